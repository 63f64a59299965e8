import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { addMedia } from '@/domain/media/commands'
import type { SignedIn } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { findLinkTargets } from '@/domain/posts/link-targets'
import { publishPost, schedulePost, unpublishPost } from '@/domain/posts/publish'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { somebody } from '@/tests/support/people'
import { contentWith } from '@/tests/support/posts'
import { refusalOf } from '@/tests/support/refusal'
import { squareBytes } from '@/tests/support/roles'

let editor: SignedIn
let author: SignedIn
let contributor: SignedIn
beforeAll(async () => {
  editor = await somebody('editor')
  author = await somebody('author')
  contributor = await somebody('contributor')
})
afterAll(closeRenderPool)

test('whoever tries slugs does not learn the titles of what others are writing', async () => {
  await createPost(editor, contentWith({ title: 'The merger is off', slug: 'merger' }))
  const refusal = await refusalOf(createPost(contributor, contentWith({ title: 'Mine', slug: 'merger' })))
  expect(refusal).toMatchObject({ code: 'conflict', message: 'Another post has the slug merger already.' })
  const told = await refusalOf(createPost(editor, contentWith({ title: 'Mine', slug: 'merger' })))
  expect(told.message).toContain('The merger is off')
})

test('an address that a scheduled post will have is refused without its title', async () => {
  const mine = await createPost(author, contentWith({ title: 'Mine', slug: 'launch-day' }))
  await publishPost(author, mine)
  await unpublishPost(author, mine.id)
  await savePost(author, { ...mine, content: contentWith({ title: 'Mine', slug: 'elsewhere' }) })
  const theirs = await createPost(editor, contentWith({ title: 'We are bought', slug: 'launch-day' }))
  const date = new Date((await databaseNow(db)).getTime() + 3_600_000)
  await schedulePost(editor, { ...theirs, date, zone: 'UTC' })
  await db.revision.updateMany({ where: { postId: mine.id }, data: { slug: 'launch-day' } })
  const refusal = await refusalOf(publishPost(author, { id: mine.id, version: 2 }))
  expect(refusal.code).toBe('conflict')
  expect(refusal.message).not.toContain('bought')
})

test('what is wrong with a text is told only to those who may publish it', async () => {
  const post = await createPost(editor, contentWith({ title: 'Deep', body: `${'> '.repeat(2_000)}deep` }))
  expect((await refusalOf(publishPost(editor, post))).code).toBe('invalid')
  expect((await refusalOf(publishPost(contributor, post))).code).toBe('forbidden')
  expect((await refusalOf(schedulePost(author, { ...post, date: new Date(), zone: 'UTC' }))).code).toBe(
    'forbidden',
  )
})

test('somebody who is not there cannot stand above a post', async () => {
  const refusal = await refusalOf(createPost(editor, contentWith({ bylineIds: [editor.id, randomUUID()] })))
  expect(refusal).toMatchObject({ code: 'invalid', details: { field: 'bylineIds' } })
})

test('a contributor puts nobody else above a post and cannot take the editor off one', async () => {
  const own = await createPost(contributor, contentWith({ title: 'Own', bylineIds: [editor.id] }))
  const shared = await createPost(
    editor,
    contentWith({ title: 'Shared', bylineIds: [editor.id, contributor.id] }),
  )
  await savePost(contributor, {
    ...shared,
    content: contentWith({ title: 'Mine now', bylineIds: [contributor.id] }),
  })
  const names = async (postId: string, number: number) =>
    db.revisionByline.findMany({
      where: { revision: { postId, number } },
      select: { personId: true },
      orderBy: { position: 'asc' },
    })
  expect(await names(own.id, 1)).toEqual([{ personId: contributor.id }])
  expect(await names(shared.id, 2)).toEqual([{ personId: editor.id }, { personId: contributor.id }])
})

test('a page cannot take an address of the site, whatever kind a save says it is', async () => {
  const page = await createPost(editor, contentWith({ kind: 'page', title: 'Terms' }))
  for (const slug of ['admin', 'octavo-missing', 'theme', 'reader.js']) {
    const content = contentWith({ kind: 'post', title: 'Terms', slug })
    const refusal = await refusalOf(savePost(editor, { ...page, content }))
    expect(refusal).toMatchObject({ code: 'invalid', details: { field: 'slug' } })
  }
})

test('a file with a strange name is taken under one that can be shown', async () => {
  const fileName = `../../${'😀'.repeat(99)}\ud83d\u0000.png`
  const { id, key } = await addMedia(contributor, { fileName, bytes: await squareBytes() })
  expect(key).toMatch(/^[\w-]{16}\.png$/)
  const media = await db.media.findUniqueOrThrow({ where: { id } })
  expect(media.fileName.isWellFormed()).toBe(true)
})

test('an upload that the database refuses leaves no file behind', async () => {
  const folders = ['media', 'originals', 'temporary'].map((name) => join(process.env.DATA_DIR ?? '', name))
  const files = async () => (await Promise.all(folders.map((folder) => readdir(folder)))).flat().sort()
  const before = await files()
  const nobody: SignedIn = { id: randomUUID(), name: 'Gone', role: 'author' }
  await expect(addMedia(nobody, { fileName: 'a.png', bytes: await squareBytes() })).rejects.toThrow()
  expect(await files()).toEqual(before)
})

test('a text can link to the live posts of others, and to nothing that they hide', async () => {
  const post = await createPost(editor, contentWith({ title: 'Harvest moon', slug: 'harvest-moon' }))
  expect(await findLinkTargets(author, 'harvest')).toEqual([])
  expect(await findLinkTargets(editor, 'HARVEST')).toEqual([
    { title: 'Harvest moon', path: '/posts/harvest-moon', status: 'draft' },
  ])
  await publishPost(editor, post)
  await savePost(editor, { ...post, content: contentWith({ title: 'Harvest secret', slug: 'harvest-moon' }) })
  expect(await findLinkTargets(author, 'harvest')).toEqual([
    { title: 'Harvest moon', path: '/posts/harvest-moon', status: 'live' },
  ])
})
