import { StateEffect, StateField, type EditorState } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { newId } from '@/components/editor/keeping/new-id'
import { uploadMedia } from '@/components/media/upload'
import { apart, markdownOfMedia } from '@/components/editor/text/insert-media'
import { ACCEPTED } from '@/domain/media/media'

type Upload = { id: string; name: string; sentence: string; failed: boolean; stop: () => void }

type Placed = Upload & { at: number }

const begin = StateEffect.define<Placed>()
const say = StateEffect.define<Pick<Upload, 'id' | 'sentence' | 'failed'>>()
const end = StateEffect.define<string>()

/** A file on its way, where it will stand. It is no part of the text, so a half-sent one is never saved. */
class UploadWidget extends WidgetType {
  readonly upload: Upload

  constructor(upload: Upload) {
    super()
    this.upload = upload
  }

  override eq(other: UploadWidget) {
    return other.upload.id === this.upload.id && other.upload.sentence === this.upload.sentence
  }

  override toDOM(view: EditorView) {
    const box = document.createElement('span')
    box.className = 'cm-upload'
    const words = document.createElement('span')
    words.setAttribute('role', 'status')
    const button = document.createElement('button')
    button.type = 'button'
    button.onclick = () => {
      this.upload.stop()
      view.dispatch({ effects: end.of(this.upload.id) })
      view.focus()
    }
    box.append(words, button)
    this.updateDOM(box)
    return box
  }

  override updateDOM(box: HTMLElement) {
    const { name, sentence, failed } = this.upload
    const [words, button] = box.children
    if (words === undefined || button === undefined) return false
    words.textContent = `${name}: ${sentence}`
    button.textContent = failed ? 'Dismiss' : 'Stop'
    box.toggleAttribute('data-failed', failed)
    return true
  }

  override ignoreEvent() {
    return true
  }
}

const field = StateField.define<Placed[]>({
  create: () => [],
  update(before, { changes, effects }) {
    let placed = before.map((it) => ({ ...it, at: changes.mapPos(it.at, 1) }))
    for (const effect of effects) {
      if (effect.is(begin)) placed = [...placed, effect.value]
      if (effect.is(end)) placed = placed.filter(({ id }) => id !== effect.value)
      if (effect.is(say))
        placed = placed.map((it) => (it.id === effect.value.id ? { ...it, ...effect.value } : it))
    }
    return placed
  },
  provide: (it) => EditorView.decorations.compute([it], (state) => decorationsOf(state.field(it))),
})

/** Pictures and sounds that are pasted or dropped are uploaded and stand where they fell. */
export const uploads = [
  field,
  EditorView.domEventHandlers({
    paste: (event, view) => {
      const files = [...(event.clipboardData?.files ?? [])]
      // A table copied from a spreadsheet comes as a picture too: words go first.
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return false
      event.preventDefault()
      void uploadInto(view, files, view.state.selection.main.from)
      return true
    },
    drop: (event, view) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0 || view.state.readOnly) return false
      event.preventDefault()
      void uploadInto(
        view,
        files,
        view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.doc.length,
      )
      return true
    },
  }),
]

/** How many files are on their way. */
export function uploadsUnderWay(state: EditorState): number {
  return state.field(field).filter(({ failed }) => !failed).length
}

/** Uploads files one after the other; each becomes Markdown at its place. */
export async function uploadInto(view: EditorView, files: File[], at: number): Promise<void> {
  if (view.state.readOnly) return
  const stops = files.map(() => new AbortController())
  const waiting = files.map((file, number) => ({
    file,
    stop: stops[number],
    upload: {
      id: newId(),
      name: file.name,
      sentence: 'waiting',
      failed: false,
      stop: () => stops[number]?.abort(),
    },
  }))
  view.dispatch({ effects: waiting.map(({ upload }) => begin.of({ ...upload, at })) })
  for (const { file, upload, stop } of waiting)
    if (stop?.signal.aborted === false) await send(view, { file, upload, signal: stop.signal })
}

async function send(
  view: EditorView,
  { file, upload: { id }, signal }: { file: File; upload: Upload; signal: AbortSignal },
) {
  const tell = (sentence: string, failed: boolean) =>
    view.dispatch({ effects: say.of({ id, sentence, failed }) })
  if (!ACCEPTED.split(',').includes(file.type) && file.type !== 'audio/x-m4a' && file.type !== '')
    return tell('this is no picture or sound that Octavo takes.', true)
  const answer = await uploadMedia(file, (part) => tell(`${Math.round(part * 100)} %`, false), signal)
  if (signal.aborted) return
  if (!answer.ok) return tell(answer.sentence, true)
  const insert = markdownOfMedia({ ...answer.value, alt: null })
  const at = placeOf(view.state, id)
  const { lead, tail } = apart(view.state, at)
  view.dispatch({
    changes: { from: at, insert: lead + insert + tail },
    effects: end.of(id),
    userEvent: 'input.paste',
  })
}

/** Where the upload stands now. */
function placeOf(state: EditorState, id: string): number {
  return state.field(field).find((it) => it.id === id)?.at ?? state.selection.main.head
}

function decorationsOf(placed: Placed[]): DecorationSet {
  const widgets = placed.map((it) =>
    Decoration.widget({ widget: new UploadWidget(it), side: 1 }).range(it.at),
  )
  return Decoration.set(widgets, true)
}
