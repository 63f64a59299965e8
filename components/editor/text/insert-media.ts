import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { addressOfMedia, isAudio } from '@/domain/media/media'

type Inserted = { key: string; contentType: string; alt: string | null }

/** A file of the library as Markdown. */
export function markdownOfMedia({ key, contentType, alt }: Inserted): string {
  const address = addressOfMedia(key)
  if (isAudio(contentType)) return `<audio controls src="${address}"></audio>`
  return `![${(alt ?? '').replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&')}](${address})`
}

/** Puts a file of the library where the cursor is, in a paragraph of its own; the cursor goes where its description is missing. */
export function insertMedia(view: EditorView, media: Inserted): void {
  const { head } = view.state.selection.main
  const { lead, tail } = apart(view.state, head)
  const written = markdownOfMedia(media)
  const isUndescribed = written.startsWith('![]')
  const start = head + lead.length
  view.dispatch({
    changes: { from: head, insert: lead + written + tail },
    selection: { anchor: start + (isUndescribed ? 2 : written.length) },
    userEvent: 'input.paste',
    scrollIntoView: true,
  })
}

/** What keeps a paragraph that is put at `at` apart from the words before and after it on the same line. */
export function apart({ doc }: EditorState, at: number): { lead: string; tail: string } {
  const { from, text } = doc.lineAt(at)
  const isAfterWords = text.slice(0, at - from).trim() !== ''
  const isBeforeWords = text.slice(at - from).trim() !== ''
  return { lead: isAfterWords ? '\n\n' : '', tail: isBeforeWords ? '\n\n' : '' }
}
