// What `bench/schedule.mjs` runs: many posts due at once and one after another, two servers killed at random, and what came of it.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { drawLateness } from './draw-lateness'
import { measureLargeBlog } from './large-blog'
import { removePrograms } from '@/tests/support/boot'
import { type Newsroom, openNewsroom } from '@/tests/support/newsroom'
import { type Sighting, verdictOf, watchFor } from '@/tests/support/watching'

const POSTS = Number(process.env.POSTS || 1_000)
const KILLS = Number(process.env.KILLS || 8)
const SIZE = Number(process.env.SIZE || 100_000)
const RESULTS = join(process.cwd(), 'bench', 'results')
/** Half are due in one second, the others one after another for so long. */
const SPREAD_MS = Math.max(10_000, POSTS * 60)
/** Each is asked for on its own address; of those of one second a few stand for all. */
const WATCHED_AT_ONCE = 20
const SECOND = 1_000

const started = new Date()
const proof = POSTS === 0 ? null : await prove()
const large = SIZE === 0 ? null : await measureLargeBlog(SIZE, 1_000)
await mkdir(RESULTS, { recursive: true })
const machine = { processors: cpus().length, model: cpus()[0]?.model ?? '', node: process.version }
await writeFile(
  join(RESULTS, 'schedule.json'),
  `${JSON.stringify({ at: started, machine, posts: POSTS, kills: KILLS, proof, large }, null, 2)}\n`,
)
if (proof !== null) await writeFile(join(RESULTS, 'schedule.svg'), drawLateness(proof.lateness, proof.counts))
console.log(JSON.stringify({ counts: proof?.counts, lateness: proof?.summary, large }, null, 2))
console.log('Written to bench/results/schedule.json and schedule.svg')
process.exitCode = proof === null || proof.isKept ? 0 : 1

async function prove() {
  const room = await openNewsroom()
  try {
    const servers = [await room.serve(), await room.serve()]
    console.log(`Planning ${POSTS} posts.`)
    // Long enough for all of them to be planned before the first is due.
    const due = new Date(Date.now() + 30 * SECOND + POSTS * 50)
    const many = Math.ceil(POSTS / 2)
    const dates = Array.from({ length: POSTS }, (_none, at) =>
      at < many
        ? due
        : new Date(due.getTime() + 2 * SECOND + ((at - many) / Math.max(1, POSTS - many)) * SPREAD_MS),
    )
    const posts = await room.plan(dates.map((date, at) => ({ title: `Planned ${at}`, due: date })))
    if (Date.now() > due.getTime() - 2 * SECOND) throw new Error('Planning took too long on this machine.')
    const watched = posts.flatMap(({ slug }, at) => {
      const moment = dates[at]
      if (moment === undefined || (at < many && at >= WATCHED_AT_ONCE)) return []
      const url = () => `${servers[at % 2]?.url}/posts/${slug}`
      return [watchFor({ moment, becomes: true }, () => isThere(url()))]
    })
    const killing = killAtRandom(room, due)
    const sightings = await Promise.all(watched)
    await killing
    const tookAfterLast = await settle(room)
    return await summarize(room, { posts, sightings, tookAfterLast })
  } finally {
    await room.close()
    removePrograms()
  }
}

async function isThere(url: string): Promise<boolean | null> {
  const answer = await fetch(url).catch(() => null)
  await answer?.body?.cancel()
  return answer === null || answer.status === 503 ? null : answer.status === 200
}

async function killAtRandom({ servers }: Newsroom, due: Date): Promise<void> {
  await pause(Math.max(0, due.getTime() - Date.now()))
  for (let kill = 0; kill < KILLS; kill++) {
    await pause(50 + Math.random() * (kill < KILLS / 2 ? 1_000 : SPREAD_MS / KILLS))
    const at = Math.random() < 0.5 ? 0 : 1
    console.log(`Killing server ${at + 1}.`)
    await servers[at]?.killAndRestart()
  }
}

/** Until no job is left; answers the seconds that took. */
async function settle(room: Newsroom): Promise<number> {
  const began = performance.now()
  for (;;) {
    const [row] = await room.ask<{ jobs: number }>(
      'SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs',
    )
    if (row?.jobs === 0) return Math.round((performance.now() - began) / 100) / 10
    if (performance.now() - began > 600_000) throw new Error(`${row?.jobs} jobs are left after ten minutes.`)
    await pause(500)
  }
}

type Outcome = { posts: { id: string }[]; sightings: Sighting[]; tookAfterLast: number }

async function summarize(room: Newsroom, { posts, sightings, tookAfterLast }: Outcome) {
  const [events] = await room.ask<{ count: number; dated: number }>(
    `SELECT count(*)::int AS count, (count(*) FILTER (WHERE (e.data ->> 'date')::timestamptz = p.date))::int AS dated
     FROM event e JOIN post p ON p.id = e.post_id WHERE e.type = 'post.appeared'`,
  )
  const [steps] = await room.ask<{ open: number }>(
    'SELECT count(*)::int AS open FROM receipt_step WHERE done_at IS NULL',
  )
  const cards = (await Promise.all(room.servers.map(({ dataDir }) => readdir(join(dataDir, 'cards'))))).flat()
  const heard = (path: string, header: string) => {
    const keys = room.receiver.received
      .filter((one) => one.path === path)
      .map(({ headers }) => headers[header])
    return { sent: keys.length, distinct: new Set(keys).size }
  }
  const counts = {
    posts: posts.length,
    events: events?.count ?? 0,
    withTheirDate: events?.dated ?? 0,
    webhooks: heard('/hook', 'webhook-id'),
    pings: heard('/hub', 'idempotency-key'),
    cards: new Set(cards).size,
    stepsNotSeen: steps?.open ?? 0,
    kills: KILLS,
    secondsAfterTheLastUntilAllIsDone: tookAfterLast,
  }
  const faults = sightings.map(verdictOf).filter((verdict) => verdict !== 'on time')
  // Where both servers were being started there was nobody to ask: those are counted from the first answer on.
  const lateness = sightings.map(({ last, first }) => ({
    first,
    unanswered: first - Math.max(0, last) > 500,
  }))
  const answered = lateness.filter(({ unanswered }) => !unanswered).map(({ first }) => first)
  const summary = {
    watched: sightings.length,
    faults,
    ...quantilesOf(answered),
    unanswered: lateness.length - answered.length,
  }
  const exact = [
    counts.events,
    counts.withTheirDate,
    counts.webhooks.distinct,
    counts.pings.distinct,
    counts.cards,
  ]
  const isKept =
    faults.length === 0 && counts.stepsNotSeen === 0 && exact.every((count) => count === posts.length)
  return { counts, summary, lateness: answered, isKept }
}

function quantilesOf(values: number[]) {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { earliest: sorted[0] ?? 0, p50: at(0.5), p95: at(0.95), p99: at(0.99), latest: sorted.at(-1) ?? 0 }
}
