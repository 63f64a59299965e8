import path from 'node:path'
import { isFileError } from '@/domain/transfer/source-folder'
import { isZip, unpackSource } from '@/domain/transfer/unpack-source'

/** Where to read what somebody names on the command line, and what its source is called if nobody says: a zip is unpacked first. */
export async function openPath(
  named: string,
): Promise<{ root: string; source: string; fileName: string | null }> {
  if (!(await isArchive(named))) return { root: named, source: nameOfFolder(named), fileName: null }
  const fileName = path.basename(named)
  return { root: await unpackSource(named), source: nameOfArchive(fileName), fileName }
}

/** What a source is called after an archive: without what browsers and GitHub add, so that the next one is known again. */
export function nameOfArchive(fileName: string): string {
  const bare = fileName.replace(/\.(zip|md|markdown)$/i, '').replace(/\s*\(\d+\)$/, '')
  return bare.replace(/-(?:main|master)$/, '') || fileName
}

/** The folder's name, or for the many that are called `content` or `posts` the one above it too. */
function nameOfFolder(root: string): string {
  const name = path.basename(root)
  return /^(?:content|posts|_posts|blog|src)$/.test(name)
    ? `${path.basename(path.dirname(root))}/${name}`
    : name
}

async function isArchive(named: string): Promise<boolean> {
  try {
    return await isZip(named)
  } catch (error) {
    // What cannot be read is refused with a sentence by whoever reads it.
    if (isFileError(error)) return false
    throw error
  }
}
