import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { resolveAddress } from '@/domain/addresses/resolve'
import type { Actor } from '@/domain/permissions'
import { scheduleChange } from '@/domain/posts/changes-ahead'
import { createPost, savePost } from '@/domain/posts/commands'
import { listDeskPosts } from '@/domain/posts/desk-queries'
import { getDeskState } from '@/domain/posts/desk-post'
import { planPost } from '@/domain/posts/plan'
import { expirePost, publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import { deskListing } from '@/domain/posts/schema'
import { listCalendar } from '@/domain/schedule/calendar'
import { changeSettings } from '@/domain/settings/commands'
import { zoneTimes } from '@/domain/settings/schema'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { contentWith, letTimePass, livePathsOf, personWith } from '@/tests/support/posts'
import { refusalOf } from '@/tests/support/refusal'

const HOUR = 3_600_000
let owner: Actor & { id: string }
beforeAll(async () => {
  owner = await personWith('owner')
})
afterAll(closeRenderPool)

const ahead = async (milliseconds: number) => new Date((await databaseNow(db)).getTime() + milliseconds)

async function live(title: string) {
  const post = await createPost(owner, contentWith({ title }))
  await publishPost(owner, post)
  return post
}

async function leaving(title: string) {
  const post = await live(title)
  const [expiresAt, returnsAt] = [await ahead(HOUR), await ahead(3 * HOUR)]
  await expirePost(owner, { id: post.id, expiresAt, returnsAt, zone: 'Europe/Berlin' })
  return { post, path: `/posts/${post.slug}` }
}

async function stateOf({ id }: { id: string }) {
  const { status, sentence } = await getDeskState(owner, id)
  return `${status}: ${sentence}`
}

test('a post leaves at its moment, is gone, and comes back at its moment, and the desk says so', async () => {
  const { post, path } = await leaving('Leaving')
  const kept = await getDeskState(owner, post.id)
  expect(await stateOf(post)).toMatch(/^live: .*, leaves the site .* and comes back .* UTC$/)
  await letTimePass(post.id, HOUR)
  expect(await livePathsOf(post.id)).toEqual([])
  expect(await resolveAddress(path)).toEqual({ is: 'gone' })
  expect(await stateOf(post)).toMatch(/^expired: Left the site .*, comes back .*, in 2 hours$/)
  await letTimePass(post.id, 2 * HOUR)
  expect(await livePathsOf(post.id)).toEqual([path])
  expect(await stateOf(post)).toMatch(/^live: Live since [^,]*$/)
  const now = await getDeskState(owner, post.id)
  expect(now).toMatchObject({ ahead: [], unpublishedChanges: 0, shows: 1, expiresZone: 'Europe/Berlin' })
  expect(now.date?.getTime()).toBe((kept.date?.getTime() ?? 0) - 3 * HOUR)
})

test('a return that is taken away or moved while the post is off the site does not happen by itself', async () => {
  const { post, path } = await leaving('Taken away')
  await letTimePass(post.id, 2 * HOUR)
  const { expiresAt } = await getDeskState(owner, post.id)
  await expirePost(owner, { id: post.id, expiresAt, returnsAt: await ahead(5 * HOUR) })
  await letTimePass(post.id, 2 * HOUR)
  expect(await livePathsOf(post.id)).toEqual([])
  await letTimePass(post.id, 3 * HOUR)
  expect(await livePathsOf(post.id)).toEqual([path])
})

test('a post that is off the site is published again at once, and its leaving is over', async () => {
  const { post, path } = await leaving('Back at once')
  await letTimePass(post.id, 2 * HOUR)
  await publishPost(owner, post)
  expect(await livePathsOf(post.id)).toEqual([path])
  expect(await getDeskState(owner, post.id)).toMatchObject({
    status: 'live',
    expiresAt: null,
    returnsAt: null,
  })
  await letTimePass(post.id, 2 * HOUR)
  expect(await livePathsOf(post.id)).toEqual([path])
})

test('what is updated while a post is off the site is what readers see when it is back', async () => {
  const { post } = await leaving('Mended away')
  await letTimePass(post.id, 2 * HOUR)
  const saved = await savePost(owner, { ...post, content: contentWith({ title: 'Mended', slug: post.slug }) })
  await updatePost(owner, { ...saved, announce: false })
  expect(await livePathsOf(post.id)).toEqual([])
  await letTimePass(post.id, HOUR)
  const shown = await db.livePublication.findFirst({
    where: { postId: post.id },
    include: { revision: true },
  })
  expect(shown?.revision.title).toBe('Mended')
})

test('a change after the return comes; one while the post is away, and an absence over a change, are refused', async () => {
  const { post } = await leaving('With a change')
  const saved = await savePost(owner, { ...post, content: contentWith({ title: 'Later', slug: post.slug }) })
  const at = { ...saved, zone: 'UTC', announce: false }
  expect((await refusalOf(scheduleChange(owner, { ...at, date: await ahead(2 * HOUR) }))).message).toBe(
    'The post is off the site at that time.',
  )
  await scheduleChange(owner, { ...at, date: await ahead(4 * HOUR) })
  const { expiresAt } = await getDeskState(owner, post.id)
  const over = { id: post.id, expiresAt, returnsAt: await ahead(5 * HOUR) }
  expect((await refusalOf(expirePost(owner, over))).message).toContain('Move or cancel that change first.')
  await letTimePass(post.id, 4 * HOUR)
  expect((await getDeskState(owner, post.id)).shows).toBe(2)
})

test('a return without a leaving, before it, or that has passed is refused at its field', async () => {
  const post = await live('Backwards')
  const [soon, later] = [await ahead(HOUR), await ahead(2 * HOUR)]
  const past = await ahead(-HOUR)
  for (const { expiresAt, returnsAt } of [
    { expiresAt: null, returnsAt: later },
    { expiresAt: later, returnsAt: soon },
    { expiresAt: later, returnsAt: later },
    { expiresAt: null, returnsAt: past },
  ]) {
    const refusal = await refusalOf(expirePost(owner, { id: post.id, expiresAt, returnsAt }))
    expect(refusal).toMatchObject({ code: 'invalid', details: { field: 'returnsAt' } })
  }
})

test('a planned draft is told as planned, listed apart, and is never published by the clock', async () => {
  const post = await createPost(owner, contentWith({ title: 'Planned' }))
  await planPost(owner, { id: post.id, plannedFor: new Date('2199-11-27T08:00:00Z'), zone: 'Europe/Berlin' })
  expect(await stateOf(post)).toBe('draft: Draft, planned for Wednesday 27 Nov 2199, 08:00 UTC')
  const listed = await listDeskPosts(owner, deskListing.parse({ status: 'planned' }))
  expect([listed.posts.map(({ id }) => id), listed.counts.planned]).toEqual([[post.id], 1])
  await db.post.update({ where: { id: post.id }, data: { plannedFor: await ahead(-HOUR) } })
  expect(await stateOf(post)).toMatch(/^draft: Draft, was planned for /)
  expect(await livePathsOf(post.id)).toEqual([])
  expect(await db.publication.count({ where: { postId: post.id } })).toBe(0)
})

test('a draft that gets its time is planned no more, and only drafts can be planned', async () => {
  const post = await createPost(owner, contentWith({ title: 'Planned first' }))
  const plan = { id: post.id, plannedFor: await ahead(HOUR), zone: 'UTC' }
  await planPost(owner, plan)
  await schedulePost(owner, { ...post, date: await ahead(HOUR), zone: 'UTC' })
  expect((await getDeskState(owner, post.id)).plannedFor).toBeNull()
  expect((await refusalOf(planPost(owner, plan))).code).toBe('invalid')
  await unpublishPost(owner, post.id)
  await planPost(owner, { ...plan, plannedFor: null, zone: null })
})

test('another zone of the site is refused until the times that lie ahead were seen, and moves none of them', async () => {
  const post = await createPost(owner, contentWith({ title: 'Zoned' }))
  const date = await ahead(HOUR)
  await schedulePost(owner, { ...post, date, zone: 'UTC' })
  const {
    id: _id,
    changedAt: _changedAt,
    ...settings
  } = await db.settings.findUniqueOrThrow({ where: { id: 1 } })
  const other = { ...settings, feedContent: 'whole', timeZone: 'America/New_York' } as const
  const refusal = await refusalOf(changeSettings(owner, other))
  expect(refusal).toMatchObject({ code: 'conflict', details: { field: 'timeZone' } })
  const { times } = zoneTimes.parse(refusal.details.other)
  expect(times).toContainEqual({ id: post.id, title: 'Zoned', what: 'goes live', at: date })
  expect((await db.settings.findUniqueOrThrow({ where: { id: 1 } })).timeZone).toBe('UTC')
  await changeSettings(owner, { ...other, zoneSeen: true })
  expect((await getDeskState(owner, post.id)).date).toEqual(date)
})

test('the calendar shows what comes, changes, leaves, comes back and is planned, on the day of the site, to whom it concerns', async () => {
  const author = await personWith('author')
  const zone = 'America/New_York'
  await db.settings.update({ where: { id: 1 }, data: { timeZone: zone } })
  const post = await live('In the calendar')
  await planPost(author, {
    id: (await createPost(author, contentWith({ title: 'Mine, planned' }))).id,
    plannedFor: new Date('2191-03-02T03:00:00Z'),
    zone,
  })
  const [expiresAt, returnsAt] = [new Date('2191-03-10T12:00:00Z'), new Date('2191-03-20T12:00:00Z')]
  await expirePost(owner, { id: post.id, expiresAt, returnsAt })
  const saved = await savePost(owner, {
    ...post,
    content: contentWith({ title: 'In the calendar', slug: post.slug }),
  })
  await scheduleChange(owner, { ...saved, date: new Date('2191-03-05T12:00:00Z'), zone, announce: false })
  const shown = async (actor: Actor) =>
    (await listCalendar(actor, { month: '2191-03' })).entries.map(({ kind, day }) => `${kind} ${day}`)
  expect(await shown(owner)).toEqual([
    'planned 2191-03-01',
    'change 2191-03-05',
    'leaves 2191-03-10',
    'returns 2191-03-20',
  ])
  expect(await shown(author)).toEqual(['planned 2191-03-01'])
})
