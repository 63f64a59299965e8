import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { resolveAddress } from '@/domain/addresses/resolve'
import { exportMarkdown } from '@/domain/export/markdown'
import { writeFolder } from '@/domain/export/write-folder'
import { closeRenderPool } from '@/domain/markdown/pool'
import { COMMAND_LINE } from '@/domain/permissions'
import { savePost } from '@/domain/posts/commands'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { getLivePost } from '@/domain/posts/queries'
import { deletePost, trashPost } from '@/domain/posts/trash'
import { importMarkdown, rehearseMarkdown } from '@/domain/transfer/import-markdown'
import { totalsOf } from '@/domain/transfer/report'
import { describeUndo, undoImport } from '@/domain/transfer/undo-import'
import { db } from '@/lib/db'
import { dataPath } from '@/lib/storage'
import { folderWith } from '@/tests/support/folder'
import { squareBytes } from '@/tests/support/roles'

afterAll(closeRenderPool)

const post = (title: string, body = 'Text.', keys = '') =>
  `---\ntitle: ${title}\ndate: 2020-01-01\n${keys}---\n${body}`

/** A blog with most of what real ones have. */
async function someBlog(name: string): Promise<string> {
  const root = await folderWith({
    'content/_index.md': '---\ntitle: Home\n---\n',
    [`content/posts/${name}-one.md`]: post(`${name} one`, 'One.', `tags: [${name}-tag]\naliases: [/old/${name}]\n`),
    [`content/posts/${name}-two/index.md`]: post(`${name} two`, '![Dot](dot.png) ![No](not.png)', `authors: [${name} writer]\n`),
    [`content/posts/same-a.md`]: post('Same', 'A.', `slug: ${name}-same\n`),
    [`content/posts/same-b.md`]: post('Same', 'B.', `slug: ${name}-same\naliases: [/old/${name}]\n`),
    'content/posts/bad.md': '---\ntitle: [unclosed\n  - {\n---\nText.',
    'content/posts/dateless.md': '---\ntitle: No date\n---\nText.',
    'content/posts/ahead.md': '---\ntitle: Ahead\ndate: 2190-01-01\nseries: [A long story]\n---\nText.',
  }) // prettier-ignore
  await writeFile(path.join(root, `content/posts/${name}-two/dot.png`), await squareBytes())
  await writeFile(path.join(root, `content/posts/${name}-two/unused.png`), await squareBytes())
  await writeFile(path.join(root, 'content/posts/not.png'), 'This is text.')
  return root
}

/** How much there is of everything that an import brings. */
async function stock() {
  return {
    posts: await db.post.count(),
    tags: await db.tag.count(),
    series: await db.series.count(),
    people: await db.person.count(),
    media: await db.media.count(),
    addresses: await db.address.count(),
    files: await db.sourceFile.count(),
  }
}

test('a rehearsal says what the import then does, and writes nothing', async () => {
  const root = await someBlog('play')
  const before = await stock()
  const rehearsed = await rehearseMarkdown(COMMAND_LINE, { root, source: 'play' })
  expect(await stock()).toEqual(before)
  expect(await db.import.count({ where: { source: 'play' } })).toBe(0)
  const { files } = await importMarkdown(COMMAND_LINE, { root, source: 'play' })
  expect(rehearsed.files).toEqual(files)
  expect(totalsOf({ files })).toBe('1 kept for export only, 6 created, 1 failed, 2 left over')
})

test('a rehearsal of changes, moves and losses says what the import then does', async () => {
  const root = await someBlog('later')
  await importMarkdown(COMMAND_LINE, { root, source: 'later' })
  await edit('/posts/later-two')
  const posts = path.join(root, 'content/posts')
  await writeFile(
    path.join(posts, 'later-one.md'),
    post('later one', 'Changed.', 'aliases: [/old/later-again]\n'),
  )
  await writeFile(path.join(posts, 'later-two/index.md'), post('later two', 'Changed.'))
  await rename(path.join(posts, 'same-b.md'), path.join(posts, 'same-c.md'))
  await rm(path.join(posts, 'dateless.md'))
  await writeFile(path.join(posts, 'new.md'), post('New', 'New.', 'slug: later-same\n'))
  const rehearsed = await rehearseMarkdown(COMMAND_LINE, { root, source: 'later' })
  const { files } = await importMarkdown(COMMAND_LINE, { root, source: 'later' })
  expect(rehearsed.files).toEqual(files)
  const verdicts = new Map(files.map(({ path, verdict }) => [path.replace('content/posts/', ''), verdict]))
  expect(Object.fromEntries(verdicts)).toMatchObject({
    'later-one.md': 'updated',
    'later-two/index.md': 'revision',
    'same-c.md': 'moved',
    'dateless.md': 'missing',
    'new.md': 'created',
    'ahead.md': 'unchanged',
  })
  expect(await resolveAddress('/old/later-again')).toEqual({ is: 'moved', to: '/posts/later-one' })
  expect(await getLivePost('/posts/later-same-2')).not.toBeNull()
})

test('an undo leaves what was there before, and nothing else', async () => {
  const before = await stock()
  const root = await someBlog('undone')
  const { id } = await importMarkdown(COMMAND_LINE, { root, source: 'undone' })
  const [media] = await db.media.findMany({ where: { source: 'undone' }, select: { key: true } })
  expect(existsSync(dataPath('media', media?.key ?? ''))).toBe(true)
  expect(await describeUndo(COMMAND_LINE, id)).toMatchObject({
    removed: 6,
    reverted: 0,
    edited: [],
    media: 1,
    tags: 1,
    people: 1,
  })
  await undoImport(COMMAND_LINE, { id, edited: false })
  expect(await stock()).toEqual(before)
  expect(existsSync(dataPath('media', media?.key ?? ''))).toBe(false)
  expect(await resolveAddress('/posts/undone-one')).toEqual({ is: 'unknown' })
  expect(totalsOf(await importMarkdown(COMMAND_LINE, { root, source: 'undone' }))).toContain('6 created')
})

test('an undo keeps a post that was edited since, with what it uses, unless it is asked for too', async () => {
  const root = await someBlog('kept')
  const { id } = await importMarkdown(COMMAND_LINE, { root, source: 'kept' })
  await edit('/posts/kept-two')
  const plan = await describeUndo(COMMAND_LINE, id)
  expect(plan).toMatchObject({ removed: 5, edited: [{ title: 'kept two' }], media: 0 })
  await undoImport(COMMAND_LINE, { id, edited: false })
  expect(await getLivePost('/posts/kept-two')).not.toBeNull()
  expect(await db.media.count({ where: { source: 'kept' } })).toBe(1)
  expect(await getLivePost('/posts/kept-one')).toBeNull()
  await undoImport(COMMAND_LINE, { id, edited: true })
  expect(await getLivePost('/posts/kept-two')).toBeNull()
  expect(await db.media.count({ where: { source: 'kept' } })).toBe(0)
})

/** What is kept beside the posts of a source for its export. */
function whatFilesSay(source: string) {
  const select = { path: true, sha256: true, content: true, state: true }
  return db.sourceFile.findMany({ where: { source }, select, orderBy: { path: 'asc' } })
}

test('an undo of a second import puts changed posts and their files back, for readers too', async () => {
  const root = await folderWith({ 'back.md': post('Back', 'First.'), 'both.md': post('Both', 'First.') })
  await importMarkdown(COMMAND_LINE, { root, source: 'back' })
  await edit('/posts/both')
  const filesBefore = await whatFilesSay('back')
  await writeFile(
    path.join(root, 'back.md'),
    post('Back', 'Second.', 'tags: [back-tag]\naliases: [/old/back]\n'),
  )
  await writeFile(path.join(root, 'both.md'), post('Both', 'Second.'))
  const { id } = await importMarkdown(COMMAND_LINE, { root, source: 'back' })
  expect((await getLivePost('/posts/back'))?.html).toContain('Second.')
  expect(await describeUndo(COMMAND_LINE, id)).toMatchObject({ removed: 0, reverted: 2 })
  await undoImport(COMMAND_LINE, { id, edited: false })
  expect((await getLivePost('/posts/back'))?.html).toContain('First.')
  expect(await headOf('/posts/both')).toBe('Edited here.')
  expect(await resolveAddress('/old/back')).toEqual({ is: 'unknown' })
  expect(await db.tag.count({ where: { name: 'back-tag' } })).toBe(0)
  expect(await whatFilesSay('back')).toEqual(filesBefore)
  const folder = await folderWith({})
  await writeFolder(await exportMarkdown(COMMAND_LINE), { folder })
  expect(await readFile(path.join(folder, 'back.md'), 'utf8')).toBe(post('Back', 'First.'))
  await writeFile(path.join(root, 'back.md'), post('Back', 'First.'))
  await writeFile(path.join(root, 'both.md'), post('Both', 'First.'))
  expect(totalsOf(await importMarkdown(COMMAND_LINE, { root, source: 'back' }))).toBe('2 unchanged')
})

test('an old address that was gone leads somewhere again, and is gone again after the undo', async () => {
  const root = await folderWith({ 'gone.md': post('Gone', 'Text.', 'aliases: [/old/gone]\n') })
  await importMarkdown(COMMAND_LINE, { root, source: 'gone' })
  const { id: postId } = await db.post.findFirstOrThrow({ where: { source: 'gone' }, select: { id: true } })
  await trashPost(COMMAND_LINE, postId)
  await deletePost(COMMAND_LINE, postId)
  expect(await resolveAddress('/old/gone')).toEqual({ is: 'gone' })
  const { id } = await importMarkdown(COMMAND_LINE, { root, source: 'gone' })
  expect(await resolveAddress('/old/gone')).toEqual({ is: 'moved', to: '/posts/gone' })
  await undoImport(COMMAND_LINE, { id, edited: false })
  expect(await resolveAddress('/old/gone')).toEqual({ is: 'gone' })
})

async function edit(address: string) {
  const { id, version, kind, head } = await found(address)
  if (head === null) throw new Error('an imported post has a revision')
  await savePost(COMMAND_LINE, {
    id,
    version,
    content: { ...contentOf(kind, head), body: `${head.body}\n\nEdited here.` },
  })
}

async function headOf(address: string) {
  return (await found(address)).head?.body.split('\n\n').at(-1)?.trim()
}

async function found(address: string) {
  return db.post.findFirstOrThrow({
    where: { publications: { some: { path: address } } },
    select: { id: true, version: true, kind: true, head: { select: revisionContent } },
  })
}
