import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { MANIFEST } from '@/domain/export/export'
import { exportMarkdown } from '@/domain/export/markdown'
import { writeFolder } from '@/domain/export/write-folder'
import { writeZip } from '@/domain/export/write-zip'
import { addMedia } from '@/domain/media/commands'
import { COMMAND_LINE } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { publishPost, unpublishPost } from '@/domain/posts/publish'
import type { PostContent } from '@/domain/posts/schema'
import { loadDemo } from '@/domain/transfer/demo'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { db } from '@/lib/db'
import { DIRTY_BLOG } from '@/tests/support/dirty-blog'
import { emptyBlog } from '@/tests/support/empty-blog'
import { contentWith } from '@/tests/support/posts'
import { differences, readTree, type Tree, writeTree } from '@/tests/support/tree'

beforeEach(emptyBlog)

async function bringIn(root: string, source = 'blog') {
  const report = await importMarkdown(COMMAND_LINE, { root, source })
  expect(report.files.filter(({ verdict }) => verdict === 'failed')).toEqual([])
}

async function takeOut(): Promise<{ folder: string; tree: Tree }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-export-'))
  await writeFolder(await exportMarkdown(COMMAND_LINE), { folder })
  return { folder, tree: await readTree(folder) }
}

test('every file of a dirty blog comes back byte for byte, at its own path', async () => {
  const root = await writeTree(DIRTY_BLOG)
  await bringIn(root)
  const { tree } = await takeOut()
  expect(differences(tree, await readTree(root))).toEqual([MANIFEST])
})

test('what was exported comes in and goes out again the same', async () => {
  await bringIn(await writeTree(DIRTY_BLOG))
  const first = await takeOut()
  await emptyBlog()
  await bringIn(first.folder)
  const second = await takeOut()
  expect(differences(first.tree, second.tree)).toEqual([])
})

/** Saves the post that came from this file with some of its text changed. */
async function edit(file: string, change: Partial<PostContent>) {
  const { post } = await db.sourceFile.findFirstOrThrow({
    where: { path: file },
    select: { post: { select: { id: true, version: true, kind: true, head: { select: revisionContent } } } },
  })
  if (!post?.head) throw new Error('the file became a post')
  const content = { ...contentOf(post.kind, post.head), ...change }
  await savePost(COMMAND_LINE, { id: post.id, version: post.version, content })
  return { id: post.id, version: post.version + 1, content: contentOf(post.kind, post.head) }
}

test.each([
  ['posts/bom.md', { title: 'Marked anew' }, '"Marked"', '"Marked anew"'],
  ['posts/crlf.md', { body: '\nOne\n2\n' }, 'two', '2'],
  ['posts/latin.md', { body: 'über allem\n' }, '\u00fcber alles', '\u00fcber allem'],
  ['posts/latin.md', { title: 'Cafés' }, 'Caf\u00e9', 'Caf\u00e9s'],
  ['posts/quote.md', { description: 'It was here' }, "'it's here'", '"It was here"'],
  ['posts/tabs.md', { tags: ['one', 'two', 'three'] }, '\t- two\n', '\t- two\n  - three\n'],
  ['posts/empty-series.md', { tags: ['framework'] }, "['framework', ' web']", "['framework']"],
  [
    'posts/empty-series.md',
    { audio: 'https://x.example/a.mp3' },
    'audio: ""',
    'audio: "https://x.example/a.mp3"',
  ],
  ['posts/empty-series.md', { comments: true }, 'comments: False', 'comments: True'],
  ['posts/toml.md', { tags: ['x', 'y z', 'n'] }, '"y z"]', '"y z", "n"]'],
  ['posts/json.md', { title: 'Still in JSON' }, '"In JSON"', '"Still in JSON"'],
  ['_posts/2014-03-01-jekyll-post.md', { tags: ['one', 'three'] }, 'one two', 'one three'],
  ['posts/bundle/index.md', { title: 'Bundles' }, 'title: Bundle', 'title: Bundles'],
  ['posts/never-ends.md', { title: 'Opened' }, 'title: Open', 'title: Opened'],
  [
    'posts/html.md',
    { slug: 'markup' },
    '2020-02-04\n',
    "2020-02-04\nslug: markup\naliases: ['/posts/html']\n",
  ],
])('%s changes only in what was edited: %j', async (file, change, before, after) => {
  const beside = Object.entries(DIRTY_BLOG).filter(
    ([name]) => name === file || name.startsWith('posts/bundle/'),
  )
  const root = await writeTree(Object.fromEntries(beside))
  await bringIn(root)
  await edit(file, change)
  const { folder, tree } = await takeOut()
  const original = await readTree(root)
  expect(differences(tree, original).filter((name) => name !== MANIFEST)).toEqual([file])
  expect(tree[file]?.toString('latin1')).toBe(original[file]?.toString('latin1').replace(before, after))
  await emptyBlog()
  await bringIn(folder)
  expect(differences(tree, (await takeOut()).tree)).toEqual([])
})

test('an edit that was taken back is none, and so is a post that was only published again', async () => {
  const root = await writeTree(DIRTY_BLOG)
  await bringIn(root)
  const { id, version, content } = await edit('posts/plain.md', { title: 'Other', body: 'Other.' })
  await savePost(COMMAND_LINE, { id, version, content })
  await publishPost(COMMAND_LINE, { id, version: version + 1 })
  const { tree } = await takeOut()
  expect(differences(tree, await readTree(root))).toEqual([MANIFEST])
})

test('a post that goes back to draft says so in its file', async () => {
  await bringIn(await writeTree(DIRTY_BLOG))
  const { postId } = await db.sourceFile.findFirstOrThrow({
    where: { path: 'posts/toml.md' },
    select: { postId: true },
  })
  await unpublishPost(COMMAND_LINE, postId ?? '')
  expect((await takeOut()).tree['posts/toml.md']?.toString()).toContain('draft = true')
})

const onePixel = DIRTY_BLOG['posts/bundle/dot.png']

test('a post with every field comes back whole, and the same a second time', async () => {
  const { key } = await addMedia(COMMAND_LINE, {
    fileName: 'A dot (1).png',
    bytes: Buffer.from(onePixel ?? ''),
  })
  const { id: person } = await db.person.create({
    data: { name: 'Ann O’Nym', slug: 'ann' },
    select: { id: true },
  })
  const content = contentWith({
    title: 'All: of "it"', subtitle: "Under's", description: 'Two\nlines', slug: 'all-of-it', tags: ['a, b', "c'd"],
    series: [{ name: 'S', position: 2 }, { name: 'T', position: null }], bylineIds: [person], body: `![dot](/media/${key})\n\nText.`,
    featuredImage: `/media/${key}`, featuredImageAlt: 'A dot', thumbnail: 'https://x.example/t.png', audio: 'https://x.example/a.mp3',
    canonicalUrl: 'https://x.example/', comments: false, toc: false, noindex: true, math: 'dollars',
  }) // prettier-ignore
  const { id, version } = await createPost(COMMAND_LINE, content)
  await publishPost(COMMAND_LINE, { id, version })
  await db.post.update({
    where: { id },
    data: { pinned: true, dateZone: 'Europe/Berlin', expiresAt: new Date('2199-01-01T00:00:00Z') },
  })
  await createPost(COMMAND_LINE, contentWith({ kind: 'page', title: 'Index', slug: 'index' }))
  const before = await facts('all-of-it')
  const first = await takeOut()
  expect(Object.keys(first.tree)).toEqual([
    MANIFEST,
    'media/A-dot-1.png',
    'post-index.md',
    'posts/all-of-it.md',
  ])
  expect(first.tree['posts/all-of-it.md']?.toString().match(/^\w+(?=:)/gm)?.slice(0, 12)).toEqual([
    'title', 'subtitle', 'description', 'slug', 'tags', 'date', 'featured_image', 'thumbnail', 'comments', 'draft', 'series', 'audio',
  ]) // prettier-ignore
  await emptyBlog()
  await bringIn(first.folder)
  expect(await facts('all-of-it')).toEqual(before)
  expect(await facts('index')).toMatchObject({ kind: 'page', draft: true })
  expect(differences(first.tree, (await takeOut()).tree)).toEqual([])
})

/** What is true of a post, without what is new in every database. */
async function facts(slug: string) {
  const { head, ...post } = await db.post.findFirstOrThrow({
    where: { head: { slug } },
    select: {
      kind: true, draft: true, date: true, dateZone: true, expiresAt: true, pinned: true, language: true, feedId: true,
      addresses: { select: { path: true } },
      head: { select: { ...revisionContent, bylines: { select: { person: { select: { name: true } } } } } },
    },
  }) // prettier-ignore
  if (head === null) throw new Error('every post has a text')
  const { id: _id, postId: _postId, number: _number, ...text } = head
  const plain: unknown = JSON.parse(
    JSON.stringify({ ...post, text }).replaceAll(/media\/[\w-]+\.png/g, 'media/one.png'),
  )
  return plain
}

test('the demo goes out and comes back as it was, as a folder and as the same zip twice', async () => {
  await loadDemo(COMMAND_LINE, { folder: path.resolve('prisma/seed'), today: new Date() })
  const first = await takeOut()
  const zips = [await takeOutZip(), await takeOutZip()]
  expect(zips[0]?.equals(zips[1] ?? Buffer.alloc(0))).toBe(true)
  await emptyBlog()
  await bringIn(first.folder)
  expect(differences(first.tree, (await takeOut()).tree)).toEqual([])
})

async function takeOutZip() {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'octavo-zip-')), 'blog.zip')
  await writeZip(await exportMarkdown(COMMAND_LINE), { file })
  return (await readTree(path.dirname(file)))['blog.zip'] ?? Buffer.alloc(0)
}

test('a folder with other files is refused, that of an export before is brought up to date', async () => {
  await bringIn(await writeTree({ 'a.md': '---\ntitle: A\n---\n', 'b/c.md': '---\ntitle: C\n---\n' }))
  const { folder } = await takeOut()
  await mkdir(path.join(folder, '.git'))
  await writeFile(path.join(folder, '.git/HEAD'), 'ref')
  await db.post.deleteMany({ where: { head: { title: 'C' } } })
  await writeFolder(await exportMarkdown(COMMAND_LINE), { folder })
  expect(Object.keys(await readTree(folder))).toEqual(['.git/HEAD', MANIFEST, 'a.md'])
  const other = await writeTree({ 'mine.txt': 'mine' })
  await expect(writeFolder(await exportMarkdown(COMMAND_LINE), { folder: other })).rejects.toThrow(
    'not of an export',
  )
  await writeFolder(await exportMarkdown(COMMAND_LINE), { folder: other, force: true })
  expect(Object.keys(await readTree(other))).toEqual([MANIFEST, 'a.md', 'mine.txt'])
})

test('a folder that is a link to elsewhere is not written through, and a list that leads out is not believed', async () => {
  await bringIn(await writeTree({ 'b/c.md': '---\ntitle: C\n---\n' }))
  const elsewhere = await writeTree({ 'c.md': 'kept' })
  const folder = await writeTree({
    [MANIFEST]: JSON.stringify({ files: [`../${path.basename(elsewhere)}/c.md`] }),
  })
  await symlink(elsewhere, path.join(folder, 'b'))
  await expect(writeFolder(await exportMarkdown(COMMAND_LINE), { folder })).rejects.toThrow(
    'link to elsewhere',
  )
  expect((await readTree(elsewhere))['c.md']?.toString()).toBe('kept')
})
