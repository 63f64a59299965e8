import type { Tx } from '@/lib/db'

/** The jobs that exist and what each is told; `server/tasks.ts` carries them out. No secrets and no text of posts in here. */
export type Jobs = {
  'send-reset': { email: string }
  'make-variants': { key: string }
}

/**
 * Adds a job inside the transaction of the change that causes it: it runs when that commits, is tried again when it fails
 * (up to 10 times over an hour or two), and waits in Postgres meanwhile. A waiting job of the same `key` is replaced.
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Pick<Tx, '$executeRaw'>,
  job: { name: Name; payload: Jobs[Name]; key?: string },
): Promise<void> {
  const payload = JSON.stringify(job.payload)
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(identifier => ${job.name}::text, payload => ${payload}::text::json, max_attempts => 10,
      job_key => ${job.key ?? null}::text)`
}
