import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { resolveAddress } from '@/domain/addresses/resolve'
import { closeRenderPool } from '@/domain/markdown/pool'
import { COMMAND_LINE } from '@/domain/permissions'
import { savePost } from '@/domain/posts/commands'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { getLivePost, listLivePosts } from '@/domain/posts/queries'
import { hasDemo, loadDemo, removeDemo } from '@/domain/transfer/demo'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { totalsOf } from '@/domain/transfer/report'
import { db } from '@/lib/db'

let root = ''
let source = 0
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'octavo-import-'))
})
beforeEach(async () => {
  source += 1
  await rm(root, { recursive: true })
  await mkdir(root)
})
afterAll(async () => {
  await closeRenderPool()
  await rm(root, { recursive: true })
})

async function write(name: string, text: string | Uint8Array) {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true })
  await writeFile(path.join(root, name), text)
}

async function bringIn() {
  return importMarkdown(COMMAND_LINE, { root, source: `source-${source}` })
}

const SAMPLE = `---
title: "A sample: whole"
subtitle: "Under it"
description: "What it says."
slug: a-sample-whole
tags: ['framework', ' web']
date: 2024-03-22T12:37:34.192Z
featured_image: "https://example.org/large.png"
thumbnail: "https://example.org/small.png"
comments: false
draft: false
series: ['']
audio: ""
---

Hello, **everyone**.
`

test('a post comes in with everything its front matter says', async () => {
  await write('sample.md', SAMPLE)
  const report = await bringIn()
  expect(totalsOf(report)).toBe('1 created')
  const post = await getLivePost('/posts/a-sample-whole')
  expect(post).toMatchObject({
    title: 'A sample: whole',
    subtitle: 'Under it',
    description: 'What it says.',
    date: new Date('2024-03-22T12:37:34.192Z'),
    featuredImage: 'https://example.org/large.png',
    thumbnail: 'https://example.org/small.png',
    comments: false,
    audio: null,
    tags: [{ name: 'framework' }, { name: 'web' }],
  })
  expect(post?.html).toContain('<strong>everyone</strong>')
})

test('a second import changes nothing', async () => {
  await write('twice.md', '---\ntitle: Twice\ndate: 2020-01-01\n---\nOnce.')
  await bringIn()
  const before = await db.revision.count()
  expect(totalsOf(await bringIn())).toBe('1 unchanged')
  expect(await db.revision.count()).toBe(before)
})

test('a changed file changes the untouched post, for readers too', async () => {
  await write('changing.md', '---\ntitle: Changing\ndate: 2020-01-01\n---\nBefore.')
  await bringIn()
  await write('changing.md', '---\ntitle: Changing\ndate: 2020-01-01\n---\nAfter.')
  expect(totalsOf(await bringIn())).toBe('1 updated')
  expect((await getLivePost('/posts/changing'))?.html).toContain('After.')
})

test('a file that changed beside an edited post becomes a revision that readers do not see', async () => {
  await write('both.md', '---\ntitle: Both\ndate: 2020-01-01\n---\nBefore.')
  await bringIn()
  const { id, version, kind, head } = await db.post.findFirstOrThrow({
    where: { source: `source-${source}` },
    select: { id: true, version: true, kind: true, head: { select: revisionContent } },
  })
  if (head === null) throw new Error('an imported post has a revision')
  await savePost(COMMAND_LINE, { id, version, content: { ...contentOf(kind, head), body: 'Edited here.' } })
  await write('both.md', '---\ntitle: Both\ndate: 2020-01-01\n---\nChanged there.')
  expect(totalsOf(await bringIn())).toContain('unpublished revision')
  expect((await getLivePost('/posts/both'))?.html).toContain('Before.')
  const bodies = await db.revision.findMany({
    where: { postId: id },
    select: { body: true },
    orderBy: { number: 'asc' },
  })
  expect(bodies.map(({ body }) => body.trim())).toEqual(['Before.', 'Edited here.', 'Changed there.'])
})

test('a bad file is reported by name and reason, and the others come in', async () => {
  await write('bad.md', '---\ntitle: [unclosed\n  - {\n---\nText.')
  await write('good.md', '---\ntitle: Good one\ndate: 2020-01-01\n---\nText.')
  const { files } = await bringIn()
  expect(files.find(({ path }) => path === 'good.md')?.verdict).toBe('created')
  const bad = files.find(({ path }) => path === 'bad.md')
  expect(bad?.verdict).toBe('failed')
  expect(bad?.notes.join()).toMatch(/line \d/)
})

test('an address that leads nowhere is left out and told, and no feed stumbles over it', async () => {
  const keys = [
    'featured_image: "https://[broken"',
    'thumbnail: "//cdn.example.org/a b.png"',
    'audio: "http://a:99999/x.mp3"',
  ]
  await write('odd.md', `---\ntitle: Odd addresses\ndate: 2020-01-01\n${keys.join('\n')}\n---\n`)
  const { files } = await bringIn()
  expect(files[0]?.notes).toEqual([
    '“https://[broken” leads nowhere and was left out',
    '“http://a:99999/x.mp3” leads nowhere and was left out',
  ])
  const post = await getLivePost('/posts/odd')
  expect(post).toMatchObject({
    featuredImage: null,
    thumbnail: 'https://cdn.example.org/a%20b.png',
    audio: null,
  })
})

test('a file beside a post that only looks like a picture is told', async () => {
  await write('posing/dot.png', 'This is text.')
  await write('posing/index.md', '---\ntitle: Posing\ndate: 2020-01-01\n---\n![A dot](dot.png)')
  const { files } = await bringIn()
  expect(files[0]?.notes.join()).toContain('dot.png was left out')
})

test('posts that want the same slug all get one, and the report says which', async () => {
  for (const folder of ['a', 'b', 'c'])
    await write(`${folder}/index.md`, '---\ntitle: Same\nslug: same-slug\ndate: 2020-01-01\n---\n')
  const { files } = await bringIn()
  expect(files.map(({ address }) => address).sort()).toEqual([
    '/posts/same-slug',
    '/posts/same-slug-2',
    '/posts/same-slug-3',
  ])
  expect(files.flatMap(({ notes }) => notes).filter((note) => note.includes('was taken'))).toHaveLength(2)
})

test('an old address leads to the post, and to nothing while the post is a draft', async () => {
  await write(
    'moved.md',
    '---\ntitle: Moved here\ndate: 2020-01-01\naliases: ["/2020/01/01/über.html"]\n---\n',
  )
  await write(
    'hidden.md',
    '---\ntitle: Hidden\ndate: 2020-01-01\ndraft: true\naliases: ["/2020/hidden.html"]\n---\n',
  )
  await bringIn()
  expect(await resolveAddress('/2020/01/01/%C3%BCber.html')).toEqual({ is: 'moved', to: '/posts/moved' })
  expect(await resolveAddress('/2020/hidden.html')).toEqual({ is: 'unknown' })
})

test('a post without a date is a draft, one ahead is scheduled, one that expired is gone', async () => {
  await write('dateless.md', '---\ntitle: Dateless\n---\n')
  await write('ahead.md', '---\ntitle: Far ahead\ndate: 2190-01-01\n---\n')
  await write('over.md', '---\ntitle: All over\ndate: 2020-01-01\nexpiryDate: 2021-01-01\n---\n')
  const { files } = await bringIn()
  expect(files.find(({ path }) => path === 'dateless.md')?.notes.join()).toContain('draft')
  expect(await resolveAddress('/posts/dateless')).toEqual({ is: 'unknown' })
  expect(await resolveAddress('/posts/ahead')).toEqual({ is: 'unknown' })
  expect(await resolveAddress('/posts/over')).toEqual({ is: 'gone' })
})

test('pictures beside a post come along, and the text points to them', async () => {
  const onePixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await write('bundle/dot.png', onePixel)
  await write(
    'bundle/index.md',
    '---\ntitle: Bundle\ndate: 2020-01-01\n---\n![A dot](dot.png) and `dot.png`.',
  )
  await bringIn()
  const html = (await getLivePost('/posts/bundle'))?.html
  expect(html).toMatch(/<img[^>]+src="\/media\/[\w-]+\.png"/)
  expect(html).toContain('<code>dot.png</code>')
})

test('an import makes no account and changes no role', async () => {
  await write('by.md', '---\ntitle: By somebody\ndate: 2020-01-01\nauthors: [Somebody New]\n---\n')
  await bringIn()
  const person = await db.person.findFirstOrThrow({ where: { name: 'Somebody New' } })
  expect(person).toMatchObject({ email: null, passwordHash: null, role: 'contributor' })
})

test('the demo loads through the importer and leaves nothing behind when it is removed', async () => {
  const before = { posts: await db.post.count(), tags: await db.tag.count(), media: await db.media.count() }
  const report = await loadDemo(COMMAND_LINE, { folder: path.resolve('prisma/seed'), today: new Date() })
  expect(report.files.filter(({ verdict }) => verdict !== 'created')).toEqual([])
  expect(report.files.length).toBeGreaterThanOrEqual(9)
  const { posts } = await listLivePosts({}, { page: 1, perPage: 100 })
  expect(posts.map(({ path }) => path)).not.toContain('/posts/a-post-that-is-not-here-yet')
  await removeDemo(COMMAND_LINE)
  expect(await hasDemo()).toBe(false)
  expect({ posts: await db.post.count(), tags: await db.tag.count(), media: await db.media.count() }).toEqual(
    before,
  )
})

test('a post in another language says so to whoever reads it aloud', async () => {
  await write('wort.md', '---\ntitle: Ein Wort\ndate: 2024-05-01\nlang: de\n---\nGuten Tag.\n')
  await write('word.md', '---\ntitle: A word\ndate: 2024-05-01\n---\nGood day.\n')
  await bringIn()
  expect(await getLivePost('/de/posts/wort')).toMatchObject({ title: 'Ein Wort', language: 'de' })
  expect(await getLivePost('/posts/word')).toMatchObject({ title: 'A word', language: null })
})

test.each(['archive', 'tags', 'search', 'admin'])(
  'a static page %s, an address of the site itself, comes in under another and says so',
  async (name) => {
    await write('hugo.toml', '')
    await write(`content/${name}.md`, `---\ntitle: All of it\nslug: ${name}\n---\nText.\n`)
    const report = await bringIn()
    expect(totalsOf(report)).toBe('1 created')
    const [file] = report.files
    expect(file?.address).toMatch(/^\/[a-z-]+-2$/)
    expect(file?.notes).toContainEqual(expect.stringContaining('belongs to the site itself'))
    expect(await resolveAddress(file?.address ?? '')).toEqual({ is: 'live' })
    expect(totalsOf(await bringIn())).toBe('1 unchanged')
    await write(`content/${name}.md`, `---\ntitle: All of it\nslug: ${name}\n---\nChanged.\n`)
    expect(totalsOf(await bringIn())).toBe('1 updated')
  },
)
