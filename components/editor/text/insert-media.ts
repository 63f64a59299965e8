import type { EditorView } from '@codemirror/view'
import { addressOfMedia, isAudio } from '@/domain/media/media'

type Inserted = { key: string; contentType: string; alt: string | null }

/** A file of the library as Markdown. */
export function markdownOfMedia({ key, contentType, alt }: Inserted): string {
  const address = addressOfMedia(key)
  if (isAudio(contentType)) return `<audio controls src="${address}"></audio>`
  return `![${(alt ?? '').replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&')}](${address})`
}

/** Puts a file of the library where the cursor is, on a line of its own; the cursor goes where its description is missing. */
export function insertMedia(view: EditorView, media: Inserted): void {
  const { head } = view.state.selection.main
  const { from, text } = view.state.doc.lineAt(head)
  const isOwnLine = text.trim() === '' || head === from
  const lead = isOwnLine ? '' : '\n\n'
  const insert = lead + markdownOfMedia(media)
  const isUndescribed = insert.startsWith(`${lead}![]`)
  view.dispatch({
    changes: { from: head, insert },
    selection: { anchor: head + (isUndescribed ? lead.length + 2 : insert.length) },
    userEvent: 'input.paste',
    scrollIntoView: true,
  })
}
