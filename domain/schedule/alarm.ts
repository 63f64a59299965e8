import { getSettings } from '@/domain/settings/queries'
import { db, transaction, type Tx } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import { sendMail, smtpUrl } from '@/lib/mail'
import { absoluteUrl } from '@/lib/site-url'

/** A try that fails is not worth a word; the fourth, half a minute after the first, is. */
export const SERIOUS_TRIES = 4

/** What cannot be mailed is not told by mail. */
const UNMAILED = ['send-reset', 'mail-alarm']

type Alarm = { owner: string; name: string; reason: string }
type Failure = { jobId: string; name: string; attempts: number; reason: string }

/** Tells the owners of a job that keeps failing: once, however often it is tried, until somebody has it tried anew. */
export async function raiseAlarm({ jobId, name, attempts, reason }: Failure): Promise<void> {
  if (attempts < SERIOUS_TRIES || smtpUrl() === null || UNMAILED.includes(name)) return
  await transaction(async (tx) => {
    const { count } = await tx.jobAlarm.createMany({ data: [{ jobId: BigInt(jobId) }], skipDuplicates: true })
    if (count === 0) return
    await tx.$executeRaw`DELETE FROM job_alarm WHERE job_id NOT IN (SELECT id FROM graphile_worker._private_jobs)`
    const letter = { job: jobId, name, reason: reason.slice(0, 500) }
    // A job for each, because one that cannot be reached must not have the others written to again.
    for (const { id: owner } of await findOwners(tx))
      await addJob(tx, {
        name: 'mail-alarm',
        payload: { ...letter, owner },
        key: `mail-alarm:${jobId}:${owner}`,
      })
  })
}

const MAY_SIGN_IN = { role: 'owner', disabledAt: null, email: { not: null } } as const

async function findOwners(tx: Tx): Promise<{ id: string }[]> {
  return tx.person.findMany({ where: MAY_SIGN_IN, select: { id: true } })
}

/** Writes to one owner, who may have gone meanwhile. */
export async function mailAlarm({ owner: id, name, reason }: Alarm): Promise<void> {
  const owner = await db.person.findFirst({
    where: { id, ...MAY_SIGN_IN },
    select: { name: true, email: true },
  })
  if (owner === null || owner.email === null) return
  const { title } = await getSettings()
  const text = letter({ to: owner.name, site: title, job: name, reason })
  await sendMail({ to: owner.email, fromName: title, subject: `Something keeps failing on ${title}`, text })
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
