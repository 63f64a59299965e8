import { Client } from 'pg'
import { log } from '@/lib/log'

const EVERY = 5_000

/** A worker takes this lock right after it began; jobs locked for less than this may belong to one that has not come that far. */
const GRACE_SECONDS = 10

/**
 * graphile-worker leaves the jobs of a killed worker locked for four hours. Here each worker pool holds an advisory lock under
 * its id, which Postgres drops when the process dies; every few seconds, jobs whose pool holds none are unlocked.
 */
export async function watchDeadWorkers(
  databaseUrl: string,
  poolId: string,
): Promise<{ stop(): Promise<void> }> {
  let client = await holdLock(databaseUrl, poolId)
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(look, look)
  }, EVERY)

  async function look() {
    try {
      await unlockDeadWorkers(client, poolId)
    } catch (error) {
      log('worker.watch-failed', { message: String(error) })
      await client.end().catch(() => undefined)
      client = await holdLock(databaseUrl, poolId)
    }
  }

  return {
    stop: async () => {
      clearInterval(timer)
      await running.catch(() => undefined)
      await client.end()
    },
  }
}

/** Unlocks the jobs of pools that are gone; answers their ids. */
export async function unlockDeadWorkers(client: Client, ownId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT locked_by AS id FROM graphile_worker._private_jobs
       WHERE locked_by <> $1 AND locked_at < now() - $2 * interval '1 second'
     UNION SELECT locked_by FROM graphile_worker._private_job_queues
       WHERE locked_by <> $1 AND locked_at < now() - $2 * interval '1 second'`,
    [ownId, GRACE_SECONDS],
  )
  const dead: string[] = []
  for (const { id } of rows) if (await isLockFree(client, id)) dead.push(id)
  if (dead.length > 0) await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead])
  return dead
}

async function holdLock(databaseUrl: string, poolId: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  // A lost connection shows at the next look, which begins anew.
  client.on('error', (error) => log('worker.watch-lost', { message: error.message }))
  await client.connect()
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [nameOf(poolId)])
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
