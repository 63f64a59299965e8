import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { compareChange } from '@/domain/posts/change-comparison'
import { cancelChange, moveChange, renewChange, scheduleChange } from '@/domain/posts/changes-ahead'
import { createPost, savePost } from '@/domain/posts/commands'
import { getDeskState } from '@/domain/posts/desk-post'
import { expirePost, publishPost, schedulePost, unpublishPost, updatePost } from '@/domain/posts/publish'
import type { PostContent } from '@/domain/posts/schema'
import { trashPost } from '@/domain/posts/trash'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { contentWith, letTimePass, personWith } from '@/tests/support/posts'
import { refusalOf } from '@/tests/support/refusal'

const HOUR = 3_600_000
let owner: Actor & { id: string }
beforeAll(async () => {
  owner = await personWith('owner')
})
afterAll(closeRenderPool)

const ahead = async (milliseconds: number) => new Date((await databaseNow(db)).getTime() + milliseconds)

type Post = { id: string; version: number; slug: string }

async function live(title: string): Promise<Post> {
  const post = await createPost(owner, contentWith({ title }))
  await publishPost(owner, post)
  return post
}

async function write(post: Post, title: string, part: Partial<PostContent> = {}): Promise<Post> {
  const content = contentWith({ title, slug: post.slug, ...part })
  return savePost(owner, { ...post, content })
}

/** Writes a title and schedules it; answers the post and the new change's id. */
async function change(post: Post, title: string, date: Date, announce = false) {
  const saved = await write(post, title)
  await scheduleChange(owner, { ...saved, date, zone: 'Europe/Berlin', announce })
  const made = (await aheadOf(post)).find(({ number }) => number === saved.version)
  return { post: saved, change: made?.id ?? '' }
}

const aheadOf = async ({ id }: Post) => (await getDeskState(owner, id)).ahead

async function shownOf({ id }: Post) {
  const shown = await db.livePublication.findFirst({ where: { postId: id }, include: { revision: true } })
  return shown === null ? null : shown.revision.title
}

/** What readers see after each hour from now, so far as it differs from the hour before. */
async function courseOf({ id }: Post): Promise<string[]> {
  const rows = await db.publication.findMany({
    where: { postId: id, OR: [{ visibleUntil: null }, { visibleUntil: { gt: await databaseNow(db) } }] },
    orderBy: { visibleFrom: 'asc' },
    include: { revision: true },
  })
  const now = (await databaseNow(db)).getTime()
  const hour = (moment: Date | null) =>
    moment === null ? '' : String(Math.max(0, Math.round((moment.getTime() - now) / HOUR)))
  return rows.map((row) => `${row.revision.title} ${hour(row.visibleFrom)}-${hour(row.visibleUntil)}`)
}

test('readers see the old text until the change comes, and each of two changes in its turn', async () => {
  const post = await live('One')
  const second = await change(post, 'Two', await ahead(2 * HOUR))
  await change(second.post, 'Three', await ahead(4 * HOUR))
  expect(await courseOf(post)).toEqual(['One 0-2', 'Two 2-4', 'Three 4-'])
  expect(await shownOf(post)).toBe('One')
  await letTimePass(post.id, 2 * HOUR)
  expect(await shownOf(post)).toBe('Two')
  await letTimePass(post.id, 2 * HOUR)
  expect(await shownOf(post)).toBe('Three')
})

test('a change between two others drops neither', async () => {
  const post = await live('A')
  const late = await change(post, 'D', await ahead(4 * HOUR))
  const early = await change(late.post, 'B', await ahead(HOUR))
  await change(early.post, 'C', await ahead(2 * HOUR))
  expect(await courseOf(post)).toEqual(['A 0-1', 'B 1-2', 'C 2-4', 'D 4-'])
})

test('a cancelled change never comes, and the text before it stays until the next', async () => {
  const post = await live('A1')
  const one = await change(post, 'B1', await ahead(HOUR))
  await change(one.post, 'C1', await ahead(2 * HOUR))
  await cancelChange(owner, { id: post.id, change: one.change })
  expect(await courseOf(post)).toEqual(['A1 0-2', 'C1 2-'])
  const again = await refusalOf(cancelChange(owner, { id: post.id, change: one.change }))
  expect(again.code).toBe('conflict')
})

test('a moved change keeps its text and its name, also past another', async () => {
  const post = await live('A2')
  const one = await change(post, 'B2', await ahead(HOUR))
  await change(one.post, 'C2', await ahead(2 * HOUR))
  const moved = { id: post.id, change: one.change, zone: 'America/New_York' }
  await moveChange(owner, { ...moved, date: await ahead(3 * HOUR) })
  expect(await courseOf(post)).toEqual(['A2 0-2', 'C2 2-3', 'B2 3-'])
  await moveChange(owner, { ...moved, date: await ahead(HOUR) })
  expect(await courseOf(post)).toEqual(['A2 0-1', 'B2 1-2', 'C2 2-'])
  expect((await aheadOf(post)).map(({ zone }) => zone)).toEqual(['America/New_York', 'Europe/Berlin'])
})

test('what is saved later does not come with a change until it is renewed', async () => {
  const post = await live('A3')
  const one = await change(post, 'B3', await ahead(HOUR))
  const saved = await write(one.post, 'B3 better')
  expect(await courseOf(post)).toEqual(['A3 0-1', 'B3 1-'])
  expect((await getDeskState(owner, post.id)).unpublishedChanges).toBe(1)
  await renewChange(owner, { id: post.id, version: saved.version, change: one.change })
  expect(await courseOf(post)).toEqual(['A3 0-1', 'B3 better 1-'])
})

test('an update now leaves the changes that are scheduled, unless they are to be dropped', async () => {
  const post = await live('A4')
  const one = await change(post, 'B4', await ahead(HOUR))
  const saved = await write(one.post, 'A4 mended')
  await updatePost(owner, { ...saved, announce: false })
  expect(await courseOf(post)).toEqual(['A4 mended 0-1', 'B4 1-'])
  await updatePost(owner, { ...saved, announce: false, dropAhead: true })
  expect(await courseOf(post)).toEqual(['A4 mended 0-'])
})

test('a post that is only scheduled can have changes too, and its own schedule moves without losing them', async () => {
  const post = await createPost(owner, contentWith({ title: 'A5' }))
  await schedulePost(owner, { ...post, date: await ahead(HOUR), zone: 'UTC' })
  const one = await change(post, 'B5', await ahead(3 * HOUR))
  const mended = await write(one.post, 'A5 mended')
  await updatePost(owner, { ...mended, announce: true })
  expect(await courseOf(post)).toEqual(['A5 mended 1-3', 'B5 3-'])
  const late = { ...mended, date: await ahead(4 * HOUR), zone: 'UTC' }
  expect((await refusalOf(schedulePost(owner, late))).message).toContain(
    'would come before the post goes live',
  )
  await schedulePost(owner, { ...mended, date: await ahead(2 * HOUR), zone: 'UTC' })
  expect(await courseOf(post)).toEqual(['A5 mended 2-3', 'B5 3-'])
  await publishPost(owner, mended)
  expect(await courseOf(post)).toEqual(['A5 mended 0-3', 'B5 3-'])
})

test('another past date keeps the text that readers see, and everything that is to come', async () => {
  const post = await live('A6')
  const one = await change(post, 'B6', await ahead(HOUR))
  const saved = await write(one.post, 'Not approved')
  const date = new Date('2020-02-02T12:00:00Z')
  await schedulePost(owner, { ...saved, date, zone: 'UTC' })
  expect(await courseOf(post)).toEqual(['A6 0-1', 'B6 1-'])
  const dates = await db.publication.findMany({ where: { postId: post.id, visibleUntil: null } })
  expect(dates.map((row) => row.date)).toEqual([date])
})

test('back to draft and the trash take everything that was to come away', async () => {
  for (const takeBack of [unpublishPost, trashPost]) {
    const post = await live(`A7 ${takeBack.name}`)
    await change(post, 'B7', await ahead(HOUR))
    await takeBack(owner, post.id)
    expect(await courseOf(post)).toEqual([])
    expect(await aheadOf(post)).toEqual([])
  }
})

test('a post does not leave the site before a change that is scheduled without being told', async () => {
  const post = await live('A8')
  await change(post, 'B8', await ahead(2 * HOUR))
  const refusal = await refusalOf(expirePost(owner, { id: post.id, expiresAt: await ahead(HOUR) }))
  expect(refusal).toMatchObject({ code: 'invalid', details: { field: 'expiresAt' } })
  expect(refusal.message).toMatch(
    /^A change is scheduled for .* Berlin .*Move or cancel that change first\.$/,
  )
  await expirePost(owner, { id: post.id, expiresAt: await ahead(3 * HOUR) })
  expect(await courseOf(post)).toEqual(['A8 0-2', 'B8 2-3'])
})

test('a change has a moment of its own that lies ahead, while the post is on the site', async () => {
  const post = await live('A9')
  const date = await ahead(HOUR)
  const one = await change(post, 'B9', date)
  const at = { ...one.post, zone: 'UTC', announce: false }
  const wrong = async (moment: Date) =>
    (await refusalOf(scheduleChange(owner, { ...at, date: moment }))).message
  expect(await wrong(date)).toMatch(/^Another change is scheduled for /)
  expect(await wrong(await ahead(-1_000))).toMatch(/^This time has passed/)
  await expirePost(owner, { id: post.id, expiresAt: await ahead(2 * HOUR) })
  expect(await wrong(await ahead(3 * HOUR))).toBe('The post is off the site at that time.')
  const draft = await createPost(owner, contentWith({ title: 'Only a draft' }))
  const early = await refusalOf(scheduleChange(owner, { ...draft, date, zone: 'UTC', announce: false }))
  expect(early.message).toBe('This post is neither live nor scheduled. Schedule it instead.')
})

test('a change moves the address and the tags at its moment, and a cancelled one gives the address back', async () => {
  const post = await live('Address')
  const saved = await write(post, 'Address', { slug: 'new-address', tags: ['Later'] })
  await scheduleChange(owner, { ...saved, date: await ahead(HOUR), zone: 'UTC', announce: false })
  const paths = async () =>
    (await db.livePublication.findMany({ where: { postId: post.id } })).map(({ path }) => path)
  expect(await paths()).toEqual(['/posts/address'])
  await letTimePass(post.id, HOUR)
  expect(await paths()).toEqual(['/posts/new-address'])
})

test('a real update is marked as updated at its moment, wherever it is moved to; a quiet one is not', async () => {
  const post = await live('Marked')
  const moved = await ahead(3 * HOUR)
  const real = await change(post, 'Really', await ahead(HOUR), true)
  await change(real.post, 'Quietly', await ahead(4 * HOUR))
  await moveChange(owner, { id: post.id, change: real.change, date: moved, zone: 'UTC' })
  const rows = await db.publication.findMany({ where: { postId: post.id }, orderBy: { visibleFrom: 'asc' } })
  expect(rows.map(({ updated }) => updated)).toEqual([null, moved, moved])
  expect((await aheadOf(post)).map((each) => each.real)).toEqual([true, false])
})

test('what will change is told against the text before it, word by word, with its tags', async () => {
  const post = await createPost(
    owner,
    contentWith({ title: 'Compared', body: 'One two three.', tags: ['Old'] }),
  )
  await publishPost(owner, post)
  const bylineIds = [owner.id]
  const saved = await write(post, 'Compared', { body: 'One four three.', tags: ['New'], bylineIds })
  await scheduleChange(owner, { ...saved, date: await ahead(HOUR), zone: 'UTC', announce: false })
  const [coming] = await aheadOf(post)
  const changes = await compareChange(owner, { id: post.id, change: coming?.id ?? '' })
  expect(changes.map(({ field }) => field)).toEqual(['body', 'tags'])
  const words = changes.flatMap(({ parts }) =>
    parts.filter(({ is }) => is !== 'same').map(({ is, text }) => `${is} ${text}`),
  )
  expect(words).toEqual(['removed two', 'added four', 'removed Old', 'added New'])
})

test('the desk says when it changes, in a sentence', async () => {
  const post = await live('Told')
  await change(post, 'Told again', new Date('2199-11-27T08:00:00Z'))
  const { sentence, shows, ahead: [coming] } = await getDeskState(owner, post.id) // prettier-ignore
  expect(sentence).toMatch(/^Live since .*, changes Wednesday 27 Nov 2199, 08:00 UTC$/)
  expect(shows).toBe(1)
  expect(coming).toMatchObject({ number: 2, zone: 'Europe/Berlin', real: false })
})
