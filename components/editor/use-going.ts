import { EditorView } from '@codemirror/view'
import type { RefObject } from 'react'
import type { Pane } from '@/components/editor/editor-bar'
import { type Place, placeInWords } from '@/domain/findings/finding'

type Props = {
  root: RefObject<HTMLElement | null>
  view: EditorView | null
  showPane: (pane: Pane) => void
  showDetails: (shown: boolean) => void
}

/** Moves to a line of the text or to a field, wherever they are hidden, and puts the focus there. */
export function useGoing({ root, view, showPane, showDetails }: Props) {
  return function go(place: Place) {
    const isWriting = place.field === 'body' || place.field === 'title'
    showPane(isWriting ? 'write' : 'details')
    if (!isWriting) showDetails(true)
    // A dialog that closes gives the focus back first, and what was hidden must be there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (place.field === 'body') goToLine(view, place.line)
        else goToField(root.current, placeInWords(place))
      }),
    )
  }
}

function goToLine(view: EditorView | null, line: number) {
  if (view === null) return
  const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines))
  view.focus()
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  })
}

/** By its label, as a person finds it. */
function goToField(root: HTMLElement | null, name: string) {
  const label = [...(root?.querySelectorAll('label') ?? [])].find(({ textContent }) => textContent === name)
  const field = label?.control ?? root?.querySelector<HTMLElement>(`[aria-label="${name}"]`)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
