import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import { readMarkdownFolder } from '@/domain/transfer/markdown-files'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'octavo-site-'))
})
afterEach(() => rm(root, { recursive: true }))

/** Writes a site and reads it, or the folder `source` of it, as an import does: its posts by their path. */
export async function readSite(files: Record<string, string>, source = '') {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true })
    await writeFile(path.join(root, name), text)
  }
  const read = await Array.fromAsync(readMarkdownFolder(path.join(root, source), { zone: 'UTC' }))
  return new Map(read.map((file) => [file.path, 'post' in file ? file.post : null]))
}

/** A file with YAML front matter. */
export function pageOf(keys: string, body = '') {
  return `---\n${keys}\n---\n${body}`
}

export function postIn(posts: Map<string, IncomingPost | null>, name: string): IncomingPost {
  return posts.get(name) ?? expect.fail(`${name} was not read`)
}
