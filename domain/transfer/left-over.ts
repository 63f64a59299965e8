import type { SourceListing } from '@/domain/transfer/source-folder'

/** What a writer may miss: pictures, sounds, films and documents. Styles, scripts and settings are the old site's own. */
const MISSED =
  /\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic|mp3|m4a|ogg|oga|opus|wav|flac|mp4|webm|mov|pdf|docx?|odt|rst|adoc|org|ipynb|html?|md|mdx|markdown)$/i
const SITE_FOLDERS = /^(?:layouts|themes|_layouts|_includes|_sass|templates|node_modules|public|resources)\//

/** Files of a source that no text refers to. Of a single file the neighbours are nobody's business. */
export function leftOver(
  { files, markdown, isFolder }: Pick<SourceListing, 'files' | 'markdown' | 'isFolder'>,
  used: ReadonlySet<string>,
): string[] {
  if (!isFolder) return []
  const read = new Set(markdown.map(({ path }) => path))
  return [...files].filter(
    (path) => !used.has(path) && !read.has(path) && MISSED.test(path) && !SITE_FOLDERS.test(path),
  )
}
