import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { z } from 'zod'
import { startEmbeddedPostgres } from '@/server/embedded-postgres'
import { migrate } from '@/server/migrate'

/** Where the answer is something else, nobody reads it. */
const timing = z.object({ milliseconds: z.number().default(Number.NaN) })
const SAMPLES = Number(process.env.SAMPLES || 100)
/** What two pages need on a blog that remembers nothing takes long. */
const PAGES = Math.ceil(SAMPLES / 4)

/**
 * What the schedule costs on a blog of `size` posts and `scheduled` more to come, in milliseconds at the 50th and 95th of a hundred; and
 * what reading costs before and after those were scheduled. */
export async function measureLargeBlog(size: number, scheduled: number) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-large-'))
  const postgres = await startEmbeddedPostgres({ dataDir: folder, say: () => undefined })
  try {
    await migrate(postgres.url, { say: () => undefined })
    const writer = startWriter(postgres.url)
    console.log(`Making ${size} posts, ${scheduled} of them scheduled.`)
    await writer.ask(`fill ${size}`)
    const readBefore = await sample(() => writer.ask('page'), PAGES)
    await writer.ask(`plan ${scheduled}`)
    const readAfter = await sample(() => writer.ask('page'), PAGES)
    const clock = await sample(() => writer.ask('clock'))
    const jobs = await sample(() => writer.ask('job'))
    const publish = await sample(() => writer.ask('release'))
    const publishUnseen = await sample(() => writer.ask('publish'))
    const announce = await sample(() => writer.ask('announce'))
    writer.stop()
    return {
      at: new Date(),
      posts: size,
      scheduled,
      milliseconds: {
        nextMoment: clock,
        nextJob: jobs,
        publish,
        publishUnseen,
        announce,
        readBefore,
        readAfter,
      },
      planner: await planOf(postgres.url),
    }
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What Postgres itself needs for the query of the next moment, without the way there and back. */
async function planOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const query = `EXPLAIN (ANALYZE, FORMAT JSON) SELECT least(
    (SELECT min(visible_from) FROM publication WHERE visible_from > now()),
    (SELECT min(visible_until) FROM publication WHERE visible_until > now()))`
  let best = Infinity
  for (let turn = 0; turn < 10; turn++) {
    const { rows } = await client.query<{ 'QUERY PLAN': { 'Execution Time': number }[] }>(query)
    best = Math.min(best, rows[0]?.['QUERY PLAN'][0]?.['Execution Time'] ?? Infinity)
  }
  await client.end()
  return best
}

async function sample(once: () => Promise<{ milliseconds: number }>, samples = SAMPLES) {
  const times: number[] = []
  for (let turn = 0; turn < samples; turn++) times.push((await once()).milliseconds)
  times.sort((one, other) => one - other)
  const at = (part: number) => Math.round((times[Math.floor(times.length * part)] ?? 0) * 100) / 100
  return { p50: at(0.5), p95: at(0.95) }
}

function startWriter(url: string) {
  const env = { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, [join('build', 'bench-writer.mjs')], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ask: async (line: string): Promise<{ milliseconds: number }> => {
      child.stdin.write(`${line}\n`)
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`The writer ended at "${line}".`)
      return timing.parse(JSON.parse(value))
    },
    stop: () => child.stdin.end(),
  }
}
