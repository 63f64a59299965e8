import { getSettings } from '@/domain/settings/queries'
import { db, transaction } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import { sendMail, smtpUrl } from '@/lib/mail'
import { absoluteUrl } from '@/lib/site-url'

/** A try that fails is not worth a word; the fourth, half a minute after the first, is. */
export const SERIOUS_TRIES = 4

/** What cannot be mailed is not told by mail. */
const UNMAILED = ['send-reset', 'mail-alarm']

type Failure = { jobId: string; name: string; attempts: number; reason: string }

/** Tells the owners of a job that keeps failing: once, however often it is tried, until somebody has it tried anew. */
export async function raiseAlarm({ jobId, name, attempts, reason }: Failure): Promise<void> {
  if (attempts < SERIOUS_TRIES || smtpUrl() === null || UNMAILED.includes(name)) return
  await transaction(async (tx) => {
    const { count } = await tx.jobAlarm.createMany({ data: [{ jobId: BigInt(jobId) }], skipDuplicates: true })
    if (count === 0) return
    await tx.$executeRaw`DELETE FROM job_alarm WHERE job_id NOT IN (SELECT id FROM graphile_worker._private_jobs)`
    const payload = { job: jobId, name, reason: reason.slice(0, 500) }
    await addJob(tx, { name: 'mail-alarm', payload, key: `mail-alarm:${jobId}` })
  })
}

/** Writes to every owner who may sign in. */
export async function mailAlarm({ name, reason }: { name: string; reason: string }): Promise<void> {
  const owners = await db.person.findMany({
    where: { role: 'owner', disabledAt: null, email: { not: null } },
    select: { name: true, email: true },
  })
  const { title } = await getSettings()
  for (const owner of owners) {
    const text = letter({ to: owner.name, site: title, job: name, reason })
    const subject = `Something keeps failing on ${title}`
    if (owner.email !== null) await sendMail({ to: owner.email, fromName: title, subject, text })
  }
}

type Letter = { to: string; site: string; job: string; reason: string }

function letter({ to, site, job, reason }: Letter): string {
  return `Hello ${to},

something that ${site} does by itself has failed ${SERIOUS_TRIES} times and goes on being tried for an hour or two:

${job}: ${reason}

The page Health says more and can have it tried again:

${absoluteUrl('/admin/health')}

This letter is sent once for each failure.
`
}
