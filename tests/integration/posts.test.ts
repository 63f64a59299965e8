import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost, duplicatePost, savePost } from '@/domain/posts/commands'
import { scheduleChange } from '@/domain/posts/changes-ahead'
import {
  expirePost,
  publishPost,
  schedulePost,
  submitPost,
  unpublishPost,
  updatePost,
} from '@/domain/posts/publish'
import { pinPost } from '@/domain/posts/pin'
import { resolveAddress } from '@/domain/addresses/resolve'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { contentWith, letTimePass, livePathsOf, personWith } from '@/tests/support/posts'

const HOUR = 3_600_000
let owner: Actor & { id: string }
beforeAll(async () => (owner = await personWith('owner')))
afterAll(closeRenderPool)

async function draft(title: string, part = {}) {
  return createPost(owner, contentWith({ title, ...part }))
}

async function live(title: string, part = {}) {
  const post = await draft(title, part)
  await publishPost(owner, post)
  return post
}

async function ahead(milliseconds: number) {
  return new Date((await databaseNow(db)).getTime() + milliseconds)
}

test('a draft is invisible, and seen at once when it is published', async () => {
  const post = await draft('At once')
  expect(await livePathsOf(post.id)).toEqual([])
  await publishPost(owner, post)
  expect(await livePathsOf(post.id)).toEqual(['/posts/at-once'])
})

test('a scheduled post is invisible until its second', async () => {
  const post = await draft('Until its second')
  await schedulePost(owner, { ...post, date: await ahead(HOUR), zone: 'Europe/Berlin' })
  await letTimePass(post.id, HOUR - 5_000)
  expect(await livePathsOf(post.id)).toEqual([])
  await letTimePass(post.id, 5_000)
  expect(await livePathsOf(post.id)).toEqual(['/posts/until-its-second'])
})

test('what was approved at Schedule goes live; later saves wait for Update', async () => {
  const post = await draft('Approved')
  await schedulePost(owner, { ...post, date: await ahead(HOUR), zone: 'UTC' })
  const saved = await savePost(owner, { ...post, content: contentWith({ title: 'Later thought' }) })
  await letTimePass(post.id, HOUR)
  const seen = () =>
    db.livePublication.findFirst({
      where: { postId: post.id },
      select: { revision: { select: { title: true } } },
    })
  expect((await seen())?.revision.title).toBe('Approved')
  await updatePost(owner, { ...saved, announce: true })
  expect((await seen())?.revision.title).toBe('Later thought')
})

test('back to draft hides a post at once and keeps its date', async () => {
  const post = await live('Taken back')
  const before = await db.post.findUniqueOrThrow({ where: { id: post.id } })
  await unpublishPost(owner, post.id)
  const after = await db.post.findUniqueOrThrow({ where: { id: post.id } })
  expect(await livePathsOf(post.id)).toEqual([])
  expect(after).toMatchObject({ draft: true, date: before.date })
  expect(await resolveAddress('/posts/taken-back')).toEqual({ is: 'unknown' })
})

test('taking back expires every list the post was in, in whatever part of a millisecond it happens', async () => {
  for (let round = 0; round < 8; round += 1) {
    const post = await live(`Listed ${round}`, { tags: ['Rounded'] })
    await unpublishPost(owner, post.id)
    const where = { postId: post.id }
    const { expires } = await db.event.findFirstOrThrow({ where, orderBy: { id: 'desc' } })
    expect(expires).toEqual(expect.arrayContaining(['tagged:rounded', 'tags', 'authors', 'posts']))
  }
})

test('publish now keeps a date that has passed and replaces one that lies ahead', async () => {
  const post = await live('Kept date')
  await letTimePass(post.id, 24 * HOUR)
  const { date } = await db.post.findUniqueOrThrow({ where: { id: post.id } })
  await unpublishPost(owner, post.id)
  await publishPost(owner, post)
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).date).toEqual(date)
  const other = await draft('Brought forward')
  const later = await ahead(HOUR)
  await schedulePost(owner, { ...other, date: later, zone: 'UTC' })
  await publishPost(owner, other)
  expect((await db.post.findUniqueOrThrow({ where: { id: other.id } })).date?.getTime()).toBeLessThan(
    later.getTime(),
  )
})

test('a live post whose date is moved ahead leaves the site until then', async () => {
  const post = await live('Moved')
  await schedulePost(owner, { ...post, date: await ahead(HOUR), zone: 'UTC' })
  expect(await livePathsOf(post.id)).toEqual([])
  expect(await resolveAddress('/posts/moved')).toEqual({ is: 'unknown' })
  await letTimePass(post.id, HOUR)
  expect(await livePathsOf(post.id)).toEqual(['/posts/moved'])
})

test('a change to a live post can be scheduled: readers see the old text until then', async () => {
  const post = await live('Old text')
  const saved = await savePost(owner, {
    ...post,
    content: contentWith({ title: 'New text', slug: post.slug }),
  })
  const change = { id: post.id, version: saved.version, date: await ahead(HOUR), zone: 'UTC' }
  await scheduleChange(owner, { ...change, announce: false })
  const title = async () =>
    (await db.livePublication.findFirst({ where: { postId: post.id }, select: { revision: true } }))?.revision
      .title
  expect(await title()).toBe('Old text')
  await letTimePass(post.id, HOUR)
  expect(await title()).toBe('New text')
})

test('a post expires by the clock alone, and comes back when the expiry is taken away', async () => {
  const post = await live('Expiring')
  await expirePost(owner, { id: post.id, expiresAt: await ahead(HOUR) })
  expect(await livePathsOf(post.id)).toEqual(['/posts/expiring'])
  await letTimePass(post.id, HOUR)
  expect(await livePathsOf(post.id)).toEqual([])
  expect(await resolveAddress('/posts/expiring')).toEqual({ is: 'gone' })
  await expirePost(owner, { id: post.id, expiresAt: null })
  expect(await livePathsOf(post.id)).toEqual(['/posts/expiring'])
})

test('a post cannot leave the site before it goes live', async () => {
  const post = await draft('Backwards')
  await schedulePost(owner, { ...post, date: await ahead(2 * HOUR), zone: 'UTC' })
  await expect(expirePost(owner, { id: post.id, expiresAt: await ahead(HOUR) })).rejects.toMatchObject({
    code: 'invalid',
    details: { field: 'expiresAt' },
  })
})

test('ranges of one post never overlap', async () => {
  const post = await live('Ranges')
  const { revisionId } = await db.publication.findFirstOrThrow({ where: { postId: post.id } })
  const second = { postId: post.id, revisionId, kind: 'post', path: '/posts/elsewhere' } as const
  const now = await databaseNow(db)
  await expect(db.publication.create({ data: { ...second, date: now, visibleFrom: now } })).rejects.toThrow()
})

test('a slug that another post has is refused by name, also when that post is only scheduled', async () => {
  const first = await draft('Holder', { slug: 'wanted' })
  await schedulePost(owner, { ...first, date: await ahead(HOUR), zone: 'UTC' })
  const refusal = {
    code: 'conflict',
    message: '“Holder” has the slug wanted already.',
    details: { field: 'slug' },
  }
  await expect(draft('Second', { slug: 'wanted' })).rejects.toMatchObject(refusal)
})

test('forty posts with one title at once get forty slugs', async () => {
  const posts = await Promise.all(Array.from({ length: 40 }, () => draft('Forty at once')))
  expect(new Set(posts.map(({ slug }) => slug)).size).toBe(40)
})

test('of eight saves of one version, one wins and seven are shown its text', async () => {
  const post = await draft('Contested')
  const saves = Array.from({ length: 8 }, (_, at) =>
    savePost(owner, {
      ...post,
      content: contentWith({ title: 'Contested', slug: post.slug, body: `Text ${at}` }),
    }),
  )
  const results = await Promise.allSettled(saves)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  const winner = await db.revision.findFirstOrThrow({ where: { postId: post.id, number: 2 } })
  for (const refusal of refused) {
    expect(refusal).toMatchObject({ code: 'conflict' })
    // It was another window of the same person.
    expect(refusal.details.other).toMatchObject({ version: 2, by: null, content: { body: winner.body } })
  }
  const late = savePost(await personWith('editor'), { ...post, content: contentWith({ title: 'Late' }) })
  await expect(late).rejects.toMatchObject({ details: { other: { version: 2, by: 'The owner' } } })
})

test('a save keeps the front-matter keys that Octavo does not know', async () => {
  const post = await draft('Unknown keys')
  await db.revision.updateMany({ where: { postId: post.id }, data: { extra: { weight: 7 } } })
  await savePost(owner, { ...post, content: contentWith({ title: 'Unknown keys' }) })
  const saved = await db.revision.findFirstOrThrow({ where: { postId: post.id, number: 2 } })
  expect(saved.extra).toEqual({ weight: 7 })
})

test('a copy is a draft with its own slug', async () => {
  const post = await live('Copied', { tags: ['Paper'] })
  const copy = await duplicatePost(owner, post.id)
  expect(copy.slug).toBe('copy-of-copied')
  expect(await livePathsOf(copy.id)).toEqual([])
})

test('one post is pinned at a time', async () => {
  const [first, second] = [await live('Pinned first'), await live('Pinned second')]
  await pinPost(owner, { id: first.id, pinned: true })
  await pinPost(owner, { id: second.id, pinned: true })
  expect(await db.post.findMany({ where: { pinned: true }, select: { id: true } })).toEqual([
    { id: second.id },
  ])
  await pinPost(owner, { id: second.id, pinned: false })
  expect(await db.post.count({ where: { pinned: true } })).toBe(0)
})

test('a contributor submits and cannot publish, nor change what is live', async () => {
  const contributor = await personWith('contributor')
  const post = await createPost(contributor, contentWith({ title: 'Offered' }))
  await expect(publishPost(contributor, post)).rejects.toMatchObject({ code: 'forbidden' })
  await submitPost(contributor, post)
  expect((await db.post.findUniqueOrThrow({ where: { id: post.id } })).submittedAt).not.toBeNull()
  await publishPost(owner, post)
  const change = savePost(contributor, { ...post, content: contentWith({ title: 'Changed' }) })
  await expect(change).rejects.toMatchObject({ code: 'forbidden' })
})
