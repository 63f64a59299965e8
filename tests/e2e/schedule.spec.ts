import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { removePrograms } from '@/tests/support/boot'
import { type Newsroom, openNewsroom, type RealServer } from '@/tests/support/newsroom'
import { FAKETIME } from '@/tests/support/other-day'
import { expectToldOnce } from '@/tests/support/told-once'
import { verdictOf, watchFor } from '@/tests/support/watching'

// The promise of the schedule against real servers and a real Postgres, in a small size; `SCHEDULE=full npm test -- e2e schedule` runs
// it in full. It judges by the second, so it is for a machine that does nothing else.
const FULL = process.env.SCHEDULE === 'full'
const POSTS = FULL ? 200 : 30
const KILLS = FULL ? 6 : 2
const FROZEN_MS = FULL ? 30_000 : 3_000
const SECOND = 1_000
/** What one server carries out at once, and may carry out again when it was ended meanwhile. */
const AT_ONCE = 4
/** What follows is done so soon after a start. */
const SOON_MS = 10 * SECOND

test.describe.configure({ timeout: 300_000 })

let room: Newsroom
let [early, late]: [RealServer | null, RealServer | null] = [null, null]

test.beforeAll(async () => {
  const hour = existsSync(FAKETIME) ? 3_600 : 0
  if (hour === 0) console.log('Debian’s faketime is not installed: the clocks of the servers are right.')
  room = await openNewsroom()
  early = await room.serve({ secondsAhead: -hour })
  late = await room.serve({ secondsAhead: hour })
})
test.afterAll(async () => {
  await room.close()
  removePrograms()
})

const servers = () => [early, late].filter((server) => server !== null)
async function now(): Promise<number> {
  const [row] = await room.ask<{ now: Date }>('SELECT clock_timestamp()::timestamptz(3) AS now')
  return row?.now.getTime() ?? 0
}

test('what is due is everywhere at its second and gone at its expiry, on two servers whose clocks are wrong and whose workers are dead', async () => {
  await room.plan([
    { title: 'Long ago', tags: ['Horology'], series: ['Time told'], due: new Date('2020-01-01') },
  ])
  const due = new Date((await now()) + 6 * SECOND)
  const over = new Date(due.getTime() + 3 * SECOND)
  await room.plan([
    { title: 'To the second', tags: ['Horology', 'Only then'], series: ['Time told', 'Then'], due, over },
  ])
  // Whoever wants a job waits; nobody who reads does.
  const noJobs = await room.hold('LOCK TABLE graphile_worker._private_jobs IN ACCESS EXCLUSIVE MODE')
  const month = `/archive/${due.getUTCFullYear()}/${due.getUTCMonth() + 1}`
  const feeds = ['', '/tags/horology', '/authors/a-clockmaker', '/series/time-told'].flatMap((of) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${of}/${file}`),
  )
  const places: [string, string][] = [
    ['/posts/to-the-second', 'An escapement of To the second'],
    ...['/', '/archive', `/archive/${due.getUTCFullYear()}`, month, '/tags/horology', '/series/time-told', '/authors/a-clockmaker', '/search?q=escapement', '/sitemap.xml', ...feeds].map((path): [string, string] => [path, '/posts/to-the-second']),
    ['/tags', '/tags/only-then'],
    ['/series', '/series/then'],
  ] // prettier-ignore
  const everywhere = servers().flatMap(({ url }) => places.map(([path, text]) => ({ url: url + path, text })))
  for (const change of [
    { moment: due, becomes: true },
    { moment: over, becomes: false },
  ]) {
    const seen = await Promise.all(
      everywhere.map(({ url, text }) => watchFor(change, () => shows(url, text))),
    )
    expect(
      everywhere.map(({ url }, at) => `${url}: ${verdictOf(seen[at] ?? { last: 0, first: Infinity })}`),
    ).toEqual(everywhere.map(({ url }) => `${url}: on time`))
  }
  for (const { url } of servers()) expect((await fetch(`${url}/posts/to-the-second`)).status).toBe(410)
  await noJobs.release()
})

test(`${POSTS} posts of one second are told once each, whichever server is killed meanwhile`, async () => {
  const due = new Date((await now()) + 4 * SECOND + POSTS * 60)
  const posts = await room.plan(numbered('Killed', POSTS, due))
  await pause(Math.max(0, due.getTime() - Date.now()))
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(50 + Math.random() * 400)
    await servers()[kill % 2]?.killAndRestart()
  }
  await expectToldOnce(room, posts, { by: 60 * SECOND, extra: KILLS * AT_ONCE })
  expectRightTimes()
  const [first] = await room.ask<{ date: Date }>(`SELECT date FROM post WHERE id = '${posts[0]?.id}'`)
  expect(first?.date).toEqual(due)
  const cards = (await Promise.all(servers().map(({ dataDir }) => readdir(join(dataDir, 'cards'))))).flat()
  expect(new Set(cards.filter((file) => posts.some(({ id }) => file.startsWith(id)))).size).toBe(POSTS)
})

test('a server that is frozen at the moment is right when it goes on, and the other one does its work', async () => {
  const due = new Date((await now()) + 4 * SECOND)
  const posts = await room.plan(numbered('Frozen', 10, due))
  await pause(Math.max(0, due.getTime() - Date.now() - 300))
  early?.signal('SIGSTOP')
  const address = `/posts/${posts[0]?.slug}`
  const seen = await watchFor({ moment: due, becomes: true }, () =>
    shows(`${late?.url}${address}`, 'escapement'),
  )
  expect(verdictOf(seen)).toBe('on time')
  await pause(Math.max(0, due.getTime() + FROZEN_MS - Date.now()))
  early?.signal('SIGCONT')
  expect(await shows(`${early?.url}${address}`, 'escapement')).toBe(true)
  await expectToldOnce(room, posts, { by: 30 * SECOND, extra: AT_ONCE })
})

test('a Postgres that crashes at the moment is late by no more than it was away, and nothing is lost', async () => {
  const due = new Date((await now()) + 4 * SECOND)
  const posts = await room.plan(numbered('Crashed', 10, due))
  await pause(Math.max(0, due.getTime() - Date.now() - 100))
  room.crashPostgres()
  await expect
    .poll(() => now().catch(() => 0), { intervals: [50], timeout: 60_000 })
    .toBeGreaterThan(due.getTime())
  const back = new Date()
  for (const { url } of servers()) {
    const seen = await watchFor({ moment: back, becomes: true }, () =>
      shows(`${url}/posts/${posts[0]?.slug}`, 'escapement'),
    )
    expect(verdictOf(seen)).toBe('on time')
  }
  await expectToldOnce(room, posts, { by: SOON_MS, extra: AT_ONCE })
})

test('a schedule that another process moves in the last second is kept as it is now', async () => {
  const due = new Date((await now()) + 4 * SECOND)
  const [post] = await room.plan(numbered('Moved', 1, due))
  if (post === undefined) throw new Error('There is no post.')
  const address = `/posts/${post.slug}`
  for (const { url } of servers()) await fetch(url + address)
  await pause(Math.max(0, due.getTime() - Date.now() - SECOND))
  const moved = new Date(due.getTime() + 2 * SECOND)
  await room.move(post, moved)
  const early = servers().map(({ url }) =>
    watchFor({ moment: due, becomes: true }, () => shows(url + address, 'escapement')),
  )
  for (const { first } of await Promise.all(early)) expect(first).toBeGreaterThanOrEqual(2 * SECOND)
  for (const { last } of await Promise.all(early)) expect(last).toBeLessThanOrEqual(3 * SECOND)
  await expectToldOnce(room, [post], { by: SOON_MS, extra: 0 })
  const [event] = await room.ask<{ due: string }>(
    `SELECT data ->> 'due' AS due FROM event WHERE type = 'post.appeared' AND post_id = '${post.id}'`,
  )
  expect(event?.due).toBe(moved.toISOString())
})

test('the jobs of a killed server are taken over within seconds', async () => {
  const due = new Date((await now()) + 3 * SECOND)
  room.receiver.hold('/hook')
  const posts = await room.plan(numbered('Taken over', 4, due))
  await expect.poll(() => room.receiver.held(), { intervals: [50], timeout: 20_000 }).toBeGreaterThan(1)
  await early?.kill()
  const killed = Date.now()
  room.receiver.letGo('/hook')
  await expectToldOnce(room, posts, { by: SOON_MS, extra: AT_ONCE })
  console.log(`The jobs of a killed server were done ${Date.now() - killed} ms after its end.`)
})

/** Receivers refuse a webhook whose times are minutes off; the clocks of these servers are an hour off. */
function expectRightTimes() {
  const letters = room.receiver.received.filter(({ path }) => path === '/hook')
  const times = letters.flatMap(({ headers, body }) => [
    Number(headers['webhook-timestamp']) * SECOND,
    Date.parse(z.object({ timestamp: z.string() }).parse(JSON.parse(body)).timestamp),
  ])
  const worst = Math.max(...times.map((time) => Math.abs(Date.now() - time)))
  expect(worst).toBeLessThan(300 * SECOND)
}

function numbered(title: string, count: number, due: Date) {
  return Array.from({ length: count }, (_none, number) => ({ title: `${title} ${number}`, due }))
}

async function shows(url: string, text: string): Promise<boolean | null> {
  const answer = await fetch(url).catch(() => null)
  if (answer === null || answer.status === 503) return null
  return answer.status === 200 && (await answer.text()).includes(text)
}
