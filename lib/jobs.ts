import type { Tx } from '@/lib/db'

/** The jobs that exist and what each is told; `server/tasks.ts` carries them out. No secrets and no text of posts in here. */
export type Jobs = {
  'send-reset': { email: string }
  announce: { postId: string }
  'send-webhook': { event: string }
  'ping-hub': { event: string }
  'make-variants': { key: string }
  'check-receipt': { event: string }
  'warm-card': { event: string }
  'mail-alarm': { job: string; owner: string; name: string; reason: string }
  'render-pending': Record<string, never>
  'run-import': { id: string }
}

/** What takes long and is missed by nobody comes after everything else that is due. */
const PATIENT: (keyof Jobs)[] = ['warm-card', 'make-variants', 'render-pending', 'run-import']

/** The flag of jobs that keep a processor busy: each process takes none while it does one, and rests after it. */
export const DRAWS = 'draws'

type Job<Name extends keyof Jobs> = { name: Name; payload: Jobs[Name]; key?: string; runAt?: Date }

/**
 * Adds a job inside the transaction of the change that causes it: it runs when that commits, or at `runAt` by the database's
 * clock, is tried again when it fails (up to 10 times over an hour or two), and waits in Postgres meanwhile. A waiting job of
 * the same `key` is replaced.
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Pick<Tx, '$executeRaw'>,
  job: Job<Name>,
): Promise<void> {
  const payload = JSON.stringify(job.payload)
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(identifier => ${job.name}::text, payload => ${payload}::text::json, max_attempts => 10,
      priority => ${PATIENT.includes(job.name) ? 10 : 0}::int,
      flags => ${job.name === 'warm-card' ? [DRAWS] : null}::text[], job_key => ${job.key ?? null}::text, run_at => ${job.runAt?.toISOString() ?? null}::timestamptz)`
}
