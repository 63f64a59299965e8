import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { createPost, savePost } from '@/domain/posts/commands'
import { idsBetween } from '@/domain/posts/list-places'
import { publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { type ListScope, readingOrder } from '@/domain/posts/reading-order'
import { restorePost, trashPost } from '@/domain/posts/trash'
import { db, transaction } from '@/lib/db'
import { announceExpiry, trustExpiries } from '@/lib/remembered'
import { type Expiry, followExpiry } from '@/server/expiry'
import { contentWith, personWith } from '@/tests/support/posts'

const SCOPES: ListScope[] = [{}, { tag: 'red' }, { tag: 'blue' }]
let owner: Actor & { id: string }
let expiry: Expiry

beforeAll(async () => {
  owner = await personWith('owner')
  expiry = await followExpiry(process.env.DATABASE_URL ?? '', announceExpiry)
})
afterAll(async () => {
  trustExpiries(() => false)
  await expiry.stop()
  await closeRenderPool()
})

async function idsOf(scope: ListScope): Promise<string[]> {
  const order = await readingOrder(scope)
  return idsBetween(order, 0, order.length)
}

/** What the database says now, asked without any memory. */
async function fresh(): Promise<string[][]> {
  trustExpiries(() => false)
  const answer = await Promise.all(SCOPES.map(idsOf))
  trustExpiries(() => true)
  return answer
}

test('however posts come, go and move, what is remembered becomes what the database says', async () => {
  trustExpiries(() => true)
  const posts: { id: string; slug: string; version: number }[] = []
  for (let number = 0; number < 6; number++) {
    const tags = number % 2 === 0 ? ['red'] : ['red', 'blue']
    const post = await createPost(owner, contentWith({ title: `Post ${number}`, tags }))
    await publishPost(owner, post)
    posts.push(post)
  }
  const [first, second, third, fourth] = posts
  if (!first || !second || !third || !fourth) throw new Error('there are six posts')
  const acts = [
    () => unpublishPost(owner, first.id),
    () => trashPost(owner, second.id),
    () => restorePost(owner, second.id),
    async () => {
      const saved = await savePost(owner, {
        ...third,
        content: contentWith({ title: 'Blue now', tags: ['blue'] }),
      })
      await updatePost(owner, { ...saved, announce: true })
    },
    async () => {
      const saved = await savePost(owner, {
        ...fourth,
        content: contentWith({ title: 'Earlier', tags: ['red'] }),
      })
      await schedulePost(owner, { ...saved, date: new Date('2020-01-01'), zone: 'UTC' })
    },
    async () =>
      void (await publishPost(owner, await createPost(owner, contentWith({ title: 'New', tags: ['red'] })))),
  ]
  for (const act of acts) {
    await Promise.all(SCOPES.map(idsOf))
    await act()
    const wanted = await fresh()
    await expect.poll(() => Promise.all(SCOPES.map(idsOf)), { interval: 5 }).toEqual(wanted)
  }
})

test('what did not change is not read again, and what changed is mended without reading the whole', async () => {
  trustExpiries(() => true)
  const before = await readingOrder({})
  expect(await readingOrder({})).toBe(before)
  await transaction(async () => announceExpiry(['titles']))
  expect(await readingOrder({})).toBe(before)

  const [gone, ...others] = await idsOf({})
  // Behind the back of everybody: only what an expiry names is looked at.
  await db.publication.deleteMany({ where: { kind: 'post' } })
  announceExpiry([`post:${gone}`, 'posts'])
  expect(await idsOf({})).toEqual(others)
  announceExpiry(['all'])
  expect(await idsOf({})).toEqual([])
})
