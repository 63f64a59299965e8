// What `bench/schedule.mjs` runs: many posts due at once and one after another, two servers killed at random, and what came of it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { faultsIn, isThere, measureCalm, quantilesOf } from './calm'
import { drawLateness } from './draw-lateness'
import { measureLargeBlog } from './large-blog'
import { measureTakeover } from './takeover'
import { removePrograms } from '@/tests/support/boot'
import { type MadePost, type Newsroom, openNewsroom } from '@/tests/support/newsroom'
import { type Sighting, watchFor } from '@/tests/support/watching'

const POSTS = Number(process.env.POSTS || 1_000)
const KILLS = Number(process.env.KILLS || 8)
const CALM = Number(process.env.CALM || 60)
const SIZE = Number(process.env.SIZE || 100_000)
const RESULTS = join(process.cwd(), 'bench', 'results')
/** Half are due in one second, the others one after another for so long. */
const SPREAD_MS = Math.max(10_000, POSTS * 60)
/** Each is asked for on its own address; of those of one second a few stand for all. */
const WATCHED_AT_ONCE = 20
const SECOND = 1_000

const kept = z.object({ proof: z.unknown(), calm: z.unknown(), large: z.unknown() })
const proof = POSTS === 0 ? null : await prove()
const calm = CALM === 0 ? null : await measureCalm(CALM)
const large = SIZE === 0 ? null : await measureLargeBlog(SIZE, 1_000)
await mkdir(RESULTS, { recursive: true })
// What was not run this time is still what it was.
const before = await readFile(join(RESULTS, 'schedule.json'), 'utf8').then(
  (text) => kept.parse(JSON.parse(text)),
  () => ({ proof: null, calm: null, large: null }),
)
const machine = { processors: cpus().length, model: cpus()[0]?.model ?? '', node: process.version }
await writeFile(
  join(RESULTS, 'schedule.json'),
  `${JSON.stringify({ machine, proof: proof ?? before.proof, calm: calm ?? before.calm, large: large ?? before.large }, null, 2)}\n`,
)
if (calm !== null) await writeFile(join(RESULTS, 'schedule.svg'), drawLateness(calm.lateness))
console.log(JSON.stringify({ proof, calm, large }, null, 2))
console.log('Written to bench/results/schedule.json and schedule.svg')
process.exitCode = proof?.isExact === false || Object.keys(calm?.faults ?? {}).length > 0 ? 1 : 0

async function prove() {
  const room = await openNewsroom()
  try {
    const servers = [await room.serve(), await room.serve()]
    const takeover = await measureTakeover(room)
    console.log(`Jobs of a killed server were taken over after ${takeover.milliseconds.join(', ')} ms.`)
    console.log(`Planning ${POSTS} posts.`)
    // Long enough for all of them to be planned before the first is due.
    const due = new Date(Date.now() + 10 * SECOND + POSTS * 100)
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
    return await summarize(room, { posts, sightings, tookAfterLast, takeover })
  } finally {
    await room.close()
    removePrograms()
  }
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

type Outcome = {
  posts: MadePost[]
  sightings: Sighting[]
  tookAfterLast: number
  takeover: { posts: MadePost[]; milliseconds: number[] }
}

async function summarize(room: Newsroom, { posts, sightings, tookAfterLast, takeover }: Outcome) {
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
    posts: posts.length + takeover.posts.length,
    events: events?.count ?? 0,
    withTheirDate: events?.dated ?? 0,
    webhooks: heard('/hook', 'webhook-id'),
    pings: heard('/hub', 'idempotency-key'),
    cards: new Set(cards).size,
    stepsNotSeen: steps?.open ?? 0,
    kills: KILLS,
    secondsAfterTheLastUntilAllIsDone: tookAfterLast,
    millisecondsUntilTakenOver: takeover.milliseconds,
  }
  const faults = faultsIn(sightings)
  // Where both servers were being started there was nobody to ask: those are counted from the first answer on.
  const answered = sightings.filter(({ isBlind }) => !isBlind).map(({ first }) => first)
  const summary = {
    watched: sightings.length,
    faults,
    ...quantilesOf(answered),
    unanswered: sightings.length - answered.length,
  }
  const exact = [
    counts.events,
    counts.withTheirDate,
    counts.webhooks.distinct,
    counts.pings.distinct,
    counts.cards,
  ]
  // How late readers see them while servers are killed and hundreds are due at once says more of the machine; early is never right.
  const isEarly = sightings.some(({ first }) => first < 0)
  const isExact = !isEarly && counts.stepsNotSeen === 0 && exact.every((count) => count === counts.posts)
  return { at: new Date(), isExact, counts, rush: summary }
}
