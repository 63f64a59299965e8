import { type Actor, allow, canSeeHealth } from '@/domain/permissions'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** Has a job that failed tried again at once, with as many tries as a new one. Refuses one that is gone or at work. */
export async function retryJob(actor: Actor, id: bigint): Promise<void> {
  allow(canSeeHealth(actor))
  await transaction(async (tx) => {
    const [job] = await tx.$queryRaw<{ id: bigint }[]>`
      SELECT id FROM graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at => now(), attempts => 0)`
    if (job === undefined)
      throw new Refusal('not-found', 'This job is not waiting any more: it is being carried out, or done.')
    await tx.$executeRaw`UPDATE graphile_worker._private_jobs SET last_error = NULL WHERE id = ${id}`
    await tx.jobAlarm.deleteMany({ where: { jobId: id } })
    // Whoever waits for jobs is woken, as by a new one.
    await tx.$executeRaw`SELECT pg_notify('jobs:insert', '{"count":1}')`
  })
}
