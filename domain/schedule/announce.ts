import { record } from '@/domain/events/commands'
import type { EventType } from '@/domain/events/event'
import { followUp, type Place } from '@/domain/schedule/follow-up'
import { transaction, type Tx } from '@/lib/db'
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
  await transaction((tx) => announceNow(tx, postId))
}

/** The same in a transaction that goes on: before a post is deleted, as nobody could tell afterwards that it left. */
export async function announceNow(tx: Tx, postId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`octavo:announce:${postId}`}))`
  await planNext(tx, postId)
  const seen = await findSeen(tx, postId)
  const told = await tx.announcement.findUnique({ where: { postId } })
  const type = differenceOf(seen, told)
  if (type === null) return
  await remember(tx, postId, seen)
  const path = seen?.path ?? told?.path ?? ''
  const data = {
    path,
    ...(seen === null ? {} : { date: seen.date.toISOString(), due: seen.due.toISOString() }),
    ...(seen !== null && told !== null && told.path !== seen.path ? { before: told.path } : {}),
  }
  const event = await record(tx, { type, actor: { id: null }, postId, data })
  const due = seen?.due ?? (await lastEndOf(tx, postId))
  await followUp(tx, { event, type, postId, path, due }, seen)
}

/** A clock that was set back since the job was taken has not reached the moment that this look was for: it will be looked again. */
async function planNext(tx: Tx, postId: string): Promise<void> {
  const [next] = await tx.$queryRaw<{ moment: Date | null }[]>`
    SELECT least(
      (SELECT min(visible_from) FROM publication WHERE post_id = ${postId}::uuid AND visible_from > clock_timestamp()),
      (SELECT min(visible_until) FROM publication WHERE post_id = ${postId}::uuid AND visible_until > clock_timestamp())) AS moment`
  if (next !== undefined && next.moment !== null) await planAnnouncement(tx, { postId, moment: next.moment })
}

type Shown = { revisionId: string; path: string }
type Seen = Shown & Place & { date: Date; due: Date }

/** By the clock of this very moment: while the lock was waited for, somebody else may have told what came after our now(). */
async function findSeen(tx: Tx, postId: string): Promise<Seen | null> {
  const [seen] = await tx.$queryRaw<Seen[]>`
    SELECT p.revision_id AS "revisionId", p.path, p.date, p.visible_from AS due, p.kind::text,
      NOT r.noindex AND r.canonical_url IS NULL AS "isListed", r.featured_image IS NOT NULL AS "hasPicture"
    FROM publication p JOIN revision r ON r.id = p.revision_id
    WHERE p.post_id = ${postId}::uuid AND p.visible_from <= clock_timestamp()
      AND (p.visible_until IS NULL OR p.visible_until > clock_timestamp())`
  return seen ?? null
}

async function remember(tx: Tx, postId: string, seen: Shown | null): Promise<void> {
  if (seen === null) {
    // Not `delete`: an import that is undone takes its posts away without asking whoever looks here.
    await tx.announcement.deleteMany({ where: { postId } })
    return
  }
  const { revisionId, path } = seen
  await tx.announcement.upsert({
    where: { postId },
    create: { postId, revisionId, path },
    update: { revisionId, path },
  })
}

/** The moment a post left that readers do not see any more. */
async function lastEndOf(tx: Tx, postId: string): Promise<Date> {
  const [row] = await tx.$queryRaw<{ due: Date }[]>`
    SELECT coalesce(max(visible_until), clock_timestamp())::timestamptz(3) AS due FROM publication
    WHERE post_id = ${postId}::uuid AND visible_until <= clock_timestamp()`
  if (row === undefined) throw new Error('the database did not say when the post left')
  return row.due
}

function differenceOf(seen: Shown | null, told: Shown | null): EventType | null {
  if (seen === null) return told === null ? null : 'post.withdrawn'
  if (told === null) return 'post.appeared'
  return seen.revisionId === told.revisionId && seen.path === told.path ? null : 'post.changed'
}
