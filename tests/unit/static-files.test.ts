import { beforeAll, expect, test } from 'vitest'
import { fileMark } from '@/lib/file-mark'
import { createStaticFiles } from '@/server/static-files'
import { ask } from '@/tests/support/ask'
import { folderWith } from '@/tests/support/folder'

const SCRIPT = 'document.title = "Octavo"\n'
const MARK = fileMark(Buffer.from(SCRIPT))
let folder = ''

beforeAll(async () => {
  folder = await folderWith({ 'public/reader.js': SCRIPT, '.next/static/a-1f.css': 'p {}' })
})

/** Asked twice, since the first time it is compressed. */
async function askTwice(url: string) {
  const lent: string[] = []
  const standing = {
    files: createStaticFiles(folder),
    lend: (ready: { url: string }) => lent.push(ready.url),
  }
  await ask(standing, { url })
  const answer = await ask(standing, { url })
  return { status: answer.statusCode, kept: answer.headers['cache-control'], lent }
}

test.each([
  [`/reader.js?v=${MARK}`, 'public, max-age=31536000, immutable'],
  ['/reader.js', 'public, max-age=0'],
  ['/_next/static/a-1f.css', 'public, max-age=31536000, immutable'],
])('%s is kept as long as its name says, and in front', async (url, kept) => {
  expect(await askTwice(url)).toEqual({ status: 200, kept, lent: [url] })
})

test.each(['/reader.js?v=0123456789ab', '/reader.js?x=1', `/reader.js?v=${MARK}&x=1`])(
  '%s, which no page of ours names, is answered and takes no place',
  async (url) => {
    expect(await askTwice(url)).toEqual({ status: 200, kept: 'public, max-age=0', lent: [] })
  },
)
