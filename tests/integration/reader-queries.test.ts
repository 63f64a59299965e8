import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { countArchive, listArchive } from '@/domain/posts/archive'
import { createPost } from '@/domain/posts/commands'
import { publishPost, schedulePost } from '@/domain/posts/publish'
import { getLivePost, getNeighbours, listFeedPosts, listLivePosts } from '@/domain/posts/queries'
import { readClock } from '@/domain/schedule/clock'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { contentWith, personWith } from '@/tests/support/posts'

let owner: Actor & { id: string }
beforeAll(async () => (owner = await personWith('owner')))
afterAll(closeRenderPool)

async function live(title: string) {
  const post = await createPost(owner, contentWith({ title, body: `About ${title}.` }))
  await publishPost(owner, post)
  return post
}

test('previous and next walk through every post once, in the order of lists, also where dates are equal', async () => {
  for (const title of ['One', 'Two', 'Three', 'Four']) await live(title)
  await db.publication.updateMany({ data: { date: new Date('2024-01-01') } })
  const { posts } = await listLivePosts({}, { page: 1, perPage: 10 })
  const walked = []
  for (const { id, date } of posts) walked.push(await getNeighbours({ id, date }))
  const paths = posts.map(({ path }) => path)
  expect(walked.map(({ older }) => older?.path ?? null)).toEqual([...paths.slice(1), null])
  expect(walked.map(({ newer }) => newer?.path ?? null)).toEqual([null, ...paths.slice(0, -1)])
})

test("a post at the turn of a year stands in the year that the site's clock shows", async () => {
  const posts = [await live('Still the old year'), await live('The new year in Berlin')]
  await db.publication.updateMany({ data: { date: new Date('2021-06-15') } })
  for (const [at, { id }] of posts.entries())
    await db.publication.updateMany({
      where: { postId: id },
      data: { date: new Date(['2022-12-31T22:59:59.999Z', '2022-12-31T23:00Z'][at] ?? '') },
    })
  const titles = async (part: { year: number; month?: number; zone: string }) =>
    (await listArchive(part)).map(({ title }) => title)
  const zone = 'Europe/Berlin'
  expect((await countArchive(zone)).slice(0, 2)).toEqual([
    { year: 2023, month: 1, count: 1 },
    { year: 2022, month: 12, count: 1 },
  ])
  expect(await titles({ year: 2023, month: 1, zone })).toEqual(['The new year in Berlin'])
  expect(await titles({ year: 2022, month: 12, zone })).toEqual(['Still the old year'])
  expect(await titles({ year: 2022, zone })).toEqual(['Still the old year'])
  expect((await countArchive('UTC'))[0]).toEqual({ year: 2022, month: 12, count: 2 })
  expect(await titles({ year: 2022, zone: 'UTC' })).toEqual(['The new year in Berlin', 'Still the old year'])
  expect(await titles({ year: 2023, zone: 'UTC' })).toEqual([])
})

test('the clock says when the next post falls due, and afterwards what that made untrue', async () => {
  const began = performance.now()
  const due = (await databaseNow(db)).getTime() + 3_600_000
  const post = await createPost(owner, contentWith({ title: 'Due', tags: ['Late'] }))
  await schedulePost(owner, { ...post, date: new Date(due), zone: 'UTC' })
  const { remaining, now } = await readClock(null)
  expect(remaining).toBeLessThanOrEqual(3_600_000)
  expect(remaining).toBeGreaterThan(3_600_000 - (performance.now() - began) - 1_000)
  expect((await readClock(now)).stale).toEqual([])

  await db.publication.updateMany({
    where: { postId: post.id },
    data: { visibleFrom: await databaseNow(db) },
  })
  const came = await readClock(now)
  expect(came.stale).toEqual(expect.arrayContaining([`post:${post.id}`, 'posts', 'titles', 'tagged:late']))
  expect((await readClock(came.now)).stale).toEqual([])

  const until = new Date((await databaseNow(db)).getTime() + 20)
  await db.publication.updateMany({ where: { postId: post.id }, data: { visibleUntil: until } })
  await pause(200)
  expect((await readClock(came.now)).stale).toContain('tagged:late')
})

test('a text that was never rendered is rendered for the first reader, on its page and in the feed', async () => {
  const post = await live('Late')
  const forget = () =>
    db.revision.updateMany({
      where: { postId: post.id },
      data: { html: null, rendererVersion: null, text: null },
    })
  await forget()
  expect((await getLivePost('/posts/late'))?.html).toContain('<p>About Late.</p>')
  await forget()
  const inFeed = (await listFeedPosts({}, 20)).find(({ id }) => id === post.id)
  expect(inFeed?.html).toContain('<p>About Late.</p>')
})
