/** One file of an export: its path with `/`, and its bytes or where they lie on this disk. */
export type ExportedFile = { path: string } & ({ bytes: Uint8Array } | { file: string })

/**
 * What is written, in whichever form: the files one after the other, as they are taken, and how many there will be. A format
 * (Markdown, later others) makes one of these; a container (a folder, a zip) takes it.
 */
export type Export = { files: AsyncIterable<ExportedFile>; total: number; counts: ExportCounts }

/** What became of the posts; filled while the files are taken. */
export type ExportCounts = {
  posts: number
  asTheyCame: number
  edited: number
  kept: number
  media: number
  missing: string[]
}

export type Progress = (done: number, total: number) => void

/** The file by which an export is known as one: what it holds, and so what the next one may take away. */
export const MANIFEST = '.octavo-export.json'

export function manifestOf(paths: string[]): Uint8Array {
  const listed = [...paths].sort((a, b) => (a < b ? -1 : 1))
  return Buffer.from(`${JSON.stringify({ format: 'markdown', version: 1, files: listed }, null, 1)}\n`)
}

/** `812 posts (790 as they came in, 3 changed only where they were edited), 41 pictures and sounds`. */
export function totalsOf({ posts, asTheyCame, edited, kept, media }: ExportCounts): string {
  const how = [
    ...(asTheyCame > 0 ? [`${asTheyCame} as they came in`] : []),
    ...(edited > 0 ? [`${edited} changed only where they were edited`] : []),
  ]
  const parts = [
    `${posts} ${posts === 1 ? 'post' : 'posts'}${how.length === 0 ? '' : ` (${how.join(', ')})`}`,
    ...(kept > 0 ? [`${kept} other files of imports`] : []),
    ...(media > 0 ? [`${media} pictures and sounds`] : []),
  ]
  return parts.join(', ')
}
