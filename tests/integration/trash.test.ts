import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveAddress } from '@/domain/addresses/resolve'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { getDeskPost, getDeskState } from '@/domain/posts/desk-post'
import { publishPost, schedulePost } from '@/domain/posts/publish'
import { deletePost, restorePost, trashPost } from '@/domain/posts/trash'
import { db } from '@/lib/db'
import { contentWith, livePathsOf, personWith } from '@/tests/support/posts'

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

test('a post in the trash is gone for readers, and restored as a draft with all it had', async () => {
  const post = await live('Trashed', { tags: ['Paper'] })
  await trashPost(owner, post.id)
  expect(await resolveAddress('/posts/trashed')).toEqual({ is: 'gone' })
  await restorePost(owner, post.id)
  expect(await resolveAddress('/posts/trashed')).toEqual({ is: 'unknown' })
  const restored = await db.post.findUniqueOrThrow({
    where: { id: post.id },
    include: { head: { include: { tags: true } } },
  })
  expect(restored).toMatchObject({ draft: true, trashedAt: null, head: { slug: 'trashed' } })
  expect(restored.head?.tags).toHaveLength(1)
})

test('what is restored has the slug, tags, place in its series, date and zone that it had', async () => {
  const part = { slug: 'kept', tags: ['Ink', 'Lead'], series: [{ name: 'Presses', position: 3 }] }
  const post = await draft('All of it', part)
  const date = new Date('2020-02-29T10:00:00Z')
  await schedulePost(owner, { ...post, date, zone: 'Asia/Tokyo' })
  const before = await getDeskPost(owner, post.id)
  await trashPost(owner, post.id)
  await restorePost(owner, post.id)
  const after = await getDeskPost(owner, post.id)
  expect(after.content).toEqual(before.content)
  expect(after.state).toMatchObject({
    date,
    zone: 'Asia/Tokyo',
    status: 'draft',
    version: before.state.version,
  })
  await publishPost(owner, { id: post.id, version: after.state.version })
  expect(await livePathsOf(post.id)).toEqual(['/posts/kept'])
  expect((await getDeskState(owner, post.id)).date).toEqual(date)
})

test('only what is in the trash can be restored: a live post stays live', async () => {
  const post = await live('Not in the trash')
  await expect(restorePost(owner, post.id)).rejects.toMatchObject({ code: 'invalid' })
  expect(await livePathsOf(post.id)).toEqual(['/posts/not-in-the-trash'])
})

test('a restored post whose slug was taken meanwhile gets a free one', async () => {
  const post = await draft('Same name')
  await trashPost(owner, post.id)
  await draft('Same name')
  await restorePost(owner, post.id)
  const { head } = await db.post.findUniqueOrThrow({ where: { id: post.id }, include: { head: true } })
  expect(head).toMatchObject({ slug: 'same-name-2', act: 'restored' })
})

test('a post that readers saw is gone when it is deleted for good, by its imported address too', async () => {
  const post = await live('Deleted')
  await db.address.create({ data: { path: '/2019/deleted.html', postId: post.id } })
  await expect(deletePost(owner, post.id)).rejects.toMatchObject({ code: 'invalid' })
  await trashPost(owner, post.id)
  await deletePost(owner, post.id)
  expect(await resolveAddress('/posts/deleted')).toEqual({ is: 'gone' })
  expect(await resolveAddress('/2019/deleted.html')).toEqual({ is: 'gone' })
})

test('a deleted draft leaves nothing behind, its imported address included', async () => {
  const post = await draft('Never seen')
  await db.address.create({ data: { path: '/2019/never.html', postId: post.id } })
  await trashPost(owner, post.id)
  await deletePost(owner, post.id)
  expect(await resolveAddress('/posts/never-seen')).toEqual({ is: 'unknown' })
  expect(await resolveAddress('/2019/never.html')).toEqual({ is: 'unknown' })
})
