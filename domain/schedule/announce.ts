import { record } from '@/domain/events/commands'
import type { EventType } from '@/domain/events/event'
import { hubUrl } from '@/domain/schedule/hub'
import { webhookUrl } from '@/domain/schedule/webhook'
import { db, type Tx } from '@/lib/db'
import { addJob } from '@/lib/jobs'

/** What readers may be seeing of a post changes at `moment`: then somebody looks. */
type Planned = { postId: string; moment: Date }

/** Looks after a change, in its transaction, so that a moment of a change that is committed is never forgotten. */
export async function planAnnouncement(tx: Tx, { postId, moment }: Planned): Promise<void> {
  const key = `announce:${postId}:${moment.getTime()}`
  await addJob(tx, { name: 'announce', payload: { postId }, key, runAt: moment })
}

type Imported = Shown & { postId: string; visibleFrom: Date; visibleUntil: Date | null }

/** What an import brings was news elsewhere. Only what it plans for after `now`, the moment of the import, will be announced. */
export async function acceptAsKnown(tx: Tx, publications: Imported[], now: Date): Promise<void> {
  const known = publications.filter(
    ({ visibleFrom, visibleUntil }) => visibleFrom <= now && (visibleUntil === null || visibleUntil > now),
  )
  await tx.announcement.createMany({
    data: known.map(({ postId, revisionId, path }) => ({ postId, revisionId, path })),
  })
  for (const { postId, visibleFrom, visibleUntil } of publications)
    for (const moment of [visibleFrom, visibleUntil])
      if (moment !== null && moment > now) await planAnnouncement(tx, { postId, moment })
}

/** The same for an import that changed what readers see of a post: what the world knows of it is now this. */
export async function acceptChangeAsKnown(
  tx: Tx,
  { postId, revisionId }: { postId: string; revisionId: string },
): Promise<void> {
  await tx.announcement.updateMany({ where: { postId }, data: { revisionId } })
}

/**
 * Compares what readers see of a post with what the world was last told, and records the difference, if there is one, together
 * with the jobs that tell it. However often this runs, in however many processes, each difference is told once.
 */
export async function announcePost(postId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`octavo:announce:${postId}`}))`
    const seen = await findShown(tx, postId)
    const told = await tx.announcement.findUnique({ where: { postId } })
    const type = differenceOf(seen, told)
    if (type === null) return
    if (seen === null) await tx.announcement.delete({ where: { postId } })
    else {
      const { revisionId, path } = seen
      await tx.announcement.upsert({
        where: { postId },
        create: { postId, revisionId, path },
        update: { revisionId, path },
      })
    }
    const data = {
      path: seen?.path ?? told?.path ?? '',
      ...(seen === null ? {} : { date: seen.date.toISOString(), due: seen.due.toISOString() }),
      ...(seen !== null && told !== null && told.path !== seen.path ? { before: told.path } : {}),
    }
    const event = String(await record(tx, { type, actor: { id: null }, postId, data }))
    if (webhookUrl() !== null) {
      await addJob(tx, { name: 'send-webhook', payload: { event }, key: `send-webhook:${event}` })
    }
    if (hubUrl() !== null)
      await addJob(tx, { name: 'ping-hub', payload: { event }, key: `ping-hub:${event}` })
  })
}

type Shown = { revisionId: string; path: string }

/** By the clock of this very moment: while the lock was waited for, somebody else may have told what came after our now(). */
async function findShown(tx: Tx, postId: string) {
  const [shown] = await tx.$queryRaw<(Shown & { date: Date; due: Date })[]>`
    SELECT revision_id AS "revisionId", path, date, visible_from AS due FROM publication
    WHERE post_id = ${postId}::uuid AND visible_from <= clock_timestamp()
      AND (visible_until IS NULL OR visible_until > clock_timestamp())`
  return shown ?? null
}

function differenceOf(seen: Shown | null, told: Shown | null): EventType | null {
  if (seen === null) return told === null ? null : 'post.withdrawn'
  if (told === null) return 'post.appeared'
  return seen.revisionId === told.revisionId && seen.path === told.path ? null : 'post.changed'
}
