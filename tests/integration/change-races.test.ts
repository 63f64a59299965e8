import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import type { Actor } from '@/domain/permissions'
import { cancelChange, moveChange, scheduleChange } from '@/domain/posts/changes-ahead'
import { createPost, savePost } from '@/domain/posts/commands'
import { getDeskState } from '@/domain/posts/desk-post'
import { publishPost } from '@/domain/posts/publish'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { startWorker } from '@/server/worker'
import { contentWith, personWith } from '@/tests/support/posts'

/** How many milliseconds before its moment a change is taken away or moved. */
const LEADS = [2_000, 1_000, 400, 200]
let owner: Actor & { id: string }
let worker: Awaited<ReturnType<typeof startWorker>>
beforeAll(async () => {
  owner = await personWith('owner')
  worker = await startWorker(process.env.DATABASE_URL ?? '')
})
afterAll(async () => {
  await worker.stop()
  await closeRenderPool()
})

const now = async () => (await databaseNow(db)).getTime()
const until = async (moment: number) => pause(Math.max(0, moment - (await now())))

/** A live post that changes `milliseconds` from now. */
async function changing(title: string, milliseconds: number) {
  const post = await createPost(owner, contentWith({ title }))
  await publishPost(owner, post)
  const saved = await savePost(owner, {
    ...post,
    content: contentWith({ title, body: 'New.', slug: post.slug }),
  })
  const due = (await now()) + milliseconds
  await scheduleChange(owner, { ...saved, date: new Date(due), zone: 'UTC', announce: true })
  const [change] = (await getDeskState(owner, post.id)).ahead
  return { id: post.id, change: change?.id ?? '', due }
}

const shows = async (id: string) => (await getDeskState(owner, id)).shows

/** How often the world was told that the text is another one, once nothing waits any more. */
async function toldOf(postId: string): Promise<number> {
  const waiting = () =>
    db.$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE run_at <= now() + interval '100 milliseconds'`
  await expect.poll(waiting, { timeout: 20_000 }).toEqual([{ jobs: 0 }])
  return db.event.count({ where: { postId, type: 'post.changed' } })
}

/** Every wish from a connection of its own, all at once. */
async function all(wishes: (() => Promise<unknown>)[]): Promise<boolean[]> {
  const results = await Promise.allSettled(wishes.map((wish) => wish()))
  return results.map(({ status }) => status === 'fulfilled')
}

test('a change that is cancelled shortly before its moment never comes and is not told, however many cancel it', async () => {
  const posts = await Promise.all(LEADS.map((lead) => changing(`Cancelled ${lead}`, 4_000)))
  const outcomes = await Promise.all(
    posts.map(async ({ id, change, due }, at) => {
      await until(due - (LEADS[at] ?? 0))
      const won = await all([1, 2, 3].map(() => () => cancelChange(owner, { id, change })))
      await until(due + 300)
      return { id, won: won.filter(Boolean).length, shows: await shows(id), told: await toldOf(id) }
    }),
  )
  // A machine that is busy may be too late for the last; then it was refused.
  expect(outcomes[0]).toMatchObject({ won: 1, shows: 1, told: 0 })
  for (const outcome of outcomes)
    expect(outcome).toMatchObject(outcome.won === 1 ? { shows: 1, told: 0 } : { won: 0, shows: 2, told: 1 })
})

test('of moves at once shortly before the moment the last one committed is what happens, once', async () => {
  const posts = await Promise.all(LEADS.map((lead) => changing(`Moved ${lead}`, 4_000)))
  const outcomes = await Promise.all(
    posts.map(async ({ id, change, due }, at) => {
      await until(due - (LEADS[at] ?? 0))
      const moments = [1_500, 2_000, 2_500].map((later) => new Date(due + later))
      const won = await all(moments.map((date) => () => moveChange(owner, { id, change, date, zone: 'UTC' })))
      const moved = await db.event.findMany({
        where: { postId: id, type: 'post.change-moved' },
        orderBy: { id: 'desc' },
      })
      const [left, ...others] = (await getDeskState(owner, id)).ahead
      return { id, won, last: moved[0]?.data, left: left?.at ?? null, others, due }
    }),
  )
  expect(outcomes[0]?.won).toEqual([true, true, true])
  await until(Math.max(...outcomes.map(({ due }) => due)) + 2_600)
  for (const { id, won, last, left, others, due } of outcomes) {
    const rows = await db.publication.findMany({ where: { postId: id }, orderBy: { visibleFrom: 'asc' } })
    if (won.some(Boolean)) expect(last).toMatchObject({ date: rows.at(-1)?.visibleFrom.toISOString() })
    else expect(rows.at(-1)?.visibleFrom.getTime()).toBe(due)
    if (left !== null) expect(left).toEqual(rows.at(-1)?.visibleFrom)
    expect([rows.length, others, await shows(id), await toldOf(id)]).toEqual([2, [], 2, 1])
  }
})

test('a wish at the very moment either holds or is refused, and what readers see is what was answered', async () => {
  const posts = await Promise.all(LEADS.map((lead) => changing(`On the edge ${lead}`, 3_000)))
  await Promise.all(
    posts.map(async ({ id, change, due }, at) => {
      await until(due - 9 + 4 * at)
      const [cancelled] = await all([() => cancelChange(owner, { id, change })])
      await until(due + 300)
      expect([at, await shows(id)]).toEqual([at, cancelled === true ? 1 : 2])
      expect(await toldOf(id)).toBe(cancelled === true ? 0 : 1)
    }),
  )
})
