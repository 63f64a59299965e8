import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { leftOver } from '@/domain/transfer/left-over'
import { listRoot, readListed } from '@/domain/transfer/markdown-files'
import type { KeptFile, Reader } from '@/domain/transfer/reader'
import { isMarkdownName, type SourceListing } from '@/domain/transfer/source-folder'
import { isKeptMark } from '@/domain/transfer/source-path'

const LARGEST = 1024 * 1024

/** Folders of Hugo, Jekyll, Astro, Eleventy, Zola and others, plain ones, and single files. */
export const markdownReader: Reader = {
  open: async (root) => {
    const listing = await listRoot(root)
    const { folder, files, markdown, isFolder } = listing
    return {
      folder,
      total: markdown.length,
      paths: isFolder ? files : null,
      read: (options) => readListed(listing, options),
      leftOver: (used) => leftOver(listing, used).map((path) => ({ path, note: whyLeft(path) })),
      kept: () => readMarks(listing),
    }
  },
}

function whyLeft(path: string): string {
  return isMarkdownName(path)
    ? 'it is about the site and no text of it, so it did not come along'
    : 'no text refers to it, so it did not come along'
}

/** The settings by which a source is known as a whole site: without them the same files read differently when they come back. */
async function* readMarks({ folder, files }: SourceListing): AsyncGenerator<KeptFile> {
  for (const mark of [...files].filter(isKeptMark)) {
    const file = path.join(folder, mark)
    if ((await stat(file)).size <= LARGEST) yield { path: mark, bytes: await readFile(file) }
  }
}
