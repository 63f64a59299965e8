import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countMarkdownFiles, readMarkdownFolder } from '@/domain/transfer/markdown-files'
import { Refusal } from '@/lib/errors'

let root = ''

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'octavo-source-'))
})

afterEach(() => rm(root, { recursive: true }))

async function put(name: string, content: string | Uint8Array) {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true })
  await writeFile(path.join(root, name), content)
}

async function readAll(source = root) {
  return Array.fromAsync(readMarkdownFolder(source, { zone: 'UTC' }))
}

function outcomes(files: Awaited<ReturnType<typeof readAll>>) {
  return files.map((file) => [file.path, 'post' in file ? file.post.title : file.problem])
}

test('a folder is read in the order of its paths, without what is not content', async () => {
  for (const name of ['b.md', 'a/z.markdown', 'a-b.mdx', '_posts/2024-01-01-c.html'])
    await put(name, `---\ntitle: ${name}\n---\n`)
  for (const name of [
    '.git/x.md',
    'node_modules/x.md',
    'README.md',
    'LICENSE.md',
    'a/pic.png',
    'themes/t/x.md',
    'note.txt',
  ]) {
    await put(name, 'x')
  }
  await put('changelog.md', '---\ntitle: News\n---\n')
  expect(outcomes(await readAll())).toEqual([
    ['_posts/2024-01-01-c.html', '_posts/2024-01-01-c.html'],
    ['a-b.mdx', 'a-b.mdx'],
    ['a/z.markdown', 'a/z.markdown'],
    ['b.md', 'b.md'],
    ['changelog.md', 'News'],
  ])
  expect(await countMarkdownFiles(root)).toBe(5)
})

test('one bad file is a problem and the rest is read', async () => {
  await put('a.md', '---\ntitle: A\n---\n')
  await put('b.md', '---\ntitle: B\ncover: {image: x\n---\n')
  await put('c.md', '---\ntitle: C\n---\n')
  const files = await readAll()
  expect(outcomes(files)).toEqual([
    ['a.md', 'A'],
    ['b.md', expect.stringMatching(/^line \d: /)],
    ['c.md', 'C'],
  ])
})

test('links stay inside the source', async () => {
  await put('in/a.md', '---\ntitle: A\n---\n')
  await put('outside.md', '---\ntitle: Secret\n---\n')
  const inside = path.join(root, 'in')
  await symlink('a.md', path.join(inside, 'b.md'))
  await symlink('../outside.md', path.join(inside, 'c.md'))
  await symlink('nowhere.md', path.join(inside, 'd.md'))
  await symlink('e.md', path.join(inside, 'e.md'))
  await symlink('.', path.join(inside, 'loop.md'))
  await symlink('..', path.join(inside, 'up'))
  expect(outcomes(await readAll(inside))).toEqual([
    ['a.md', 'A'],
    ['b.md', 'A'],
    ['c.md', 'this link leads out of the source and was not followed'],
    ['d.md', 'this link leads nowhere'],
    ['e.md', 'this link leads nowhere'],
    ['loop.md', 'this link leads to a folder and was not followed'],
  ])
})

test('bytes that are not UTF-8 are read line by line, and told', async () => {
  const latin = Buffer.concat([
    Buffer.from('---\ntitle: "Größe"\n---\ncaf'),
    Buffer.from([0xe9, 0x93, 0x0a]),
    Buffer.from('naïve\n'),
  ])
  await put('a.md', latin)
  await put('b.md', Buffer.from('\ufeff---\ntitle: Wide\n---\n', 'utf16le'))
  const [first, second] = await readAll()
  expect(first).toMatchObject({
    bytes: latin,
    post: {
      title: 'Größe',
      body: 'café“\nnaïve\n',
      repairs: ['line 4: bytes that are not UTF-8 were read as Windows-1252'],
    },
  })
  expect(second).toMatchObject({ post: { title: 'Wide' } })
})

test('a single file is a source too, with the pictures beside it', async () => {
  await put('x/a.md', '---\ntitle: A\n---\n![p](p.png)')
  await put('x/p.png', 'p')
  const files = await readAll(path.join(root, 'x/a.md'))
  expect(files).toMatchObject([
    { path: 'a.md', post: { title: 'A', media: [{ reference: 'p.png', file: 'p.png' }] } },
  ])
})

test('empty, huge and missing', async () => {
  await put('empty.md', '')
  await put('huge.md', Buffer.alloc(16 * 1024 * 1024 + 1, 0x61))
  expect(outcomes(await readAll())).toEqual([
    ['empty.md', 'Empty'],
    ['huge.md', 'this file is larger than 16 MB'],
  ])
  await expect(readAll(path.join(root, 'nowhere'))).rejects.toThrow(Refusal)
})
