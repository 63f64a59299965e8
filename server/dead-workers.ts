import { Client } from 'pg'
import { beat, type Instance, leave, SILENT_SECONDS } from '@/server/instances'
import { log } from '@/lib/log'

const EVERY_MS = 1_000
/** Every so many looks this process says that it is there. */
const LOOKS_PER_BEAT = 5
/** A worker takes this lock right after it began; jobs locked for less than this may belong to one that has not come that far. */
const GRACE_SECONDS = 2

/** A pool of workers of this process, and which jobs they are carrying out. */
type Pool = { instance: Instance; poolId: string; active: ReadonlySet<string> }

/**
 * graphile-worker leaves the jobs of a killed worker locked for four hours. Here each worker pool holds an advisory lock under
 * its id, which Postgres drops when the process dies, and says every few seconds that it is there; every second, jobs whose pool
 * holds none, or was silent for 20 s, are unlocked, and so are those of our own that nobody works on.
 */
export async function watchWorkers(databaseUrl: string, pool: Pool): Promise<{ stop(): Promise<void> }> {
  let client = await begin(databaseUrl, pool)
  let running = Promise.resolve()
  let looks = 0
  const timer = setInterval(() => {
    running = running.then(look, look)
  }, EVERY_MS)

  async function look() {
    try {
      looks += 1
      if (looks % LOOKS_PER_BEAT === 0) await beat(client, pool.instance, pool.poolId)
      await unlockDeadWorkers(client, pool.poolId)
      // After a question to the database, so that a job whose hand-over waited for a busy moment of this process is known.
      await unlockForgottenJobs(client, pool)
    } catch (error) {
      log('worker.watch-failed', { message: String(error) })
      // Not waited for: the farewell of a connection that a network forgot is never answered.
      void client.end().catch(() => undefined)
      client = await begin(databaseUrl, pool)
    }
  }

  return {
    stop: async () => {
      clearInterval(timer)
      await running.catch(() => undefined)
      // Without a database there is nothing to take leave of.
      await leave(client, pool.instance).catch(() => undefined)
      await client.end()
    },
  }
}

/** Unlocks the jobs of pools that are gone, or silent; answers their ids. */
export async function unlockDeadWorkers(client: Client, ownId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string; silent: boolean }>(
    `SELECT id, EXISTS (SELECT 1 FROM instance WHERE pool_id = holders.id AND beat_at < now() - $3 * interval '1 second') AS silent FROM (
       SELECT locked_by AS id FROM graphile_worker._private_jobs
         WHERE locked_by <> $1 AND locked_at < now() - $2 * interval '1 second'
       UNION SELECT locked_by FROM graphile_worker._private_job_queues
         WHERE locked_by <> $1 AND locked_at < now() - $2 * interval '1 second') holders`,
    [ownId, GRACE_SECONDS, SILENT_SECONDS],
  )
  const dead: string[] = []
  for (const { id, silent } of rows) if (silent || (await isLockFree(client, id))) dead.push(id)
  if (dead.length > 0) await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead])
  return dead
}

/**
 * A connection that breaks while a job is handed over leaves it locked for a worker that never heard of it. Looked for among what
 * was locked a while ago, so that one that is just being handed over or given back is not taken for it.
 */
export async function unlockForgottenJobs(
  client: Client,
  { poolId, active }: Pick<Pool, 'poolId' | 'active'>,
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL
       WHERE locked_by = $1 AND locked_at < now() - $2 * interval '1 second' AND id <> ALL($3::bigint[])`,
    [poolId, GRACE_SECONDS, [...active]],
  )
  return rowCount ?? 0
}

async function begin(databaseUrl: string, { instance, poolId }: Pool): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  })
  // A lost connection shows at the next look, which begins anew.
  client.on('error', (error) => log('worker.watch-lost', { message: error.message }))
  await client.connect()
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [nameOf(poolId)])
  // Whether a beat outlives a crash matters to nobody.
  await client.query('SET synchronous_commit TO off')
  await beat(client, instance, poolId)
  return client
}

async function isLockFree(client: Client, poolId: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free',
    [nameOf(poolId)],
  )
  const free = rows[0]?.free === true
  if (free) await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [nameOf(poolId)])
  return free
}

function nameOf(poolId: string) {
  return `octavo:worker:${poolId}`
}
