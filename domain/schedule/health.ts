import { type Actor, allow, canSeeHealth } from '@/domain/permissions'
import { SERIOUS_TRIES } from '@/domain/schedule/alarm'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { databaseNow } from '@/lib/dates'

/** A server process that carries out jobs. */
export type HealthyInstance = { name: string; startedAt: Date; beatAt: Date }
/** A moment at which the clock changes what readers see. */
export type PlannedMoment = {
  postId: string
  title: string
  moment: Date
  does: 'appears' | 'changes' | 'leaves'
}
/** A job that failed and is tried again, or is not any more. */
export type FailingJob = {
  id: string
  name: string
  /** What it is about, if it is about a post. */
  title: string | null
  postId: string | null
  attempts: number
  reason: string
  /** When it is tried again; null when it will not be. */
  again: Date | null
}
export type Lateness = { title: string; postId: string; due: Date; milliseconds: number }

export type Health = {
  now: Date
  instances: HealthyInstance[]
  planned: PlannedMoment[]
  waiting: { now: number; later: number }
  failing: FailingJob[]
  /** Of the last hundred that readers were shown, oldest first: how long after its moment each was seen on its own page. */
  lateness: Lateness[]
}

/** How the schedule is doing, for the page of that name. */
export async function getHealth(actor: Actor): Promise<Health> {
  allow(canSeeHealth(actor))
  const [now, instances, planned, waiting, failing, lateness] = await Promise.all([
    databaseNow(db),
    db.instance.findMany({
      select: { name: true, startedAt: true, beatAt: true },
      orderBy: { startedAt: 'asc' },
    }),
    listPlanned(),
    countWaiting(),
    listFailing(),
    listLateness(),
  ])
  return { now, instances, planned, waiting, failing, lateness }
}

/** What somebody should look at: how many jobs keep failing, and since when nobody carries any out. */
export type Troubles = { failing: number; stalledSince: Date | null }

/** A job that could have run a minute ago waits for a worker that is not there. */
const STALLED_SECONDS = 60

export async function getTroubles(actor: Actor): Promise<Troubles> {
  allow(canSeeHealth(actor))
  const [row] = await db.$queryRaw<Troubles[]>`
    SELECT (count(*) FILTER (WHERE ${KEEPS_FAILING}))::int AS failing,
      (min(j.run_at) FILTER (WHERE j.attempts = 0 AND j.is_available AND j.run_at < now() - ${STALLED_SECONDS} * interval '1 second'))::timestamptz(3) AS "stalledSince"
    FROM graphile_worker._private_jobs j`
  return row ?? { failing: 0, stalledSince: null }
}

const KEEPS_FAILING = Prisma.sql`(j.attempts >= j.max_attempts AND j.locked_by IS NULL
  OR j.attempts >= ${SERIOUS_TRIES} AND j.last_error IS NOT NULL)`

async function listPlanned(): Promise<PlannedMoment[]> {
  return db.$queryRaw<PlannedMoment[]>`
    SELECT m.post_id::text AS "postId", r.title, m.moment, m.does FROM (
      (SELECT post_id, revision_id, visible_from AS moment, CASE WHEN EXISTS (
          SELECT 1 FROM publication b WHERE b.post_id = p.post_id AND b.visible_until = p.visible_from) THEN 'changes' ELSE 'appears' END AS does
        FROM publication p WHERE visible_from > now() ORDER BY visible_from LIMIT 10)
      UNION ALL
      (SELECT post_id, revision_id, visible_until, 'leaves' FROM publication p
        WHERE visible_until > now() AND NOT EXISTS (
          SELECT 1 FROM publication a WHERE a.post_id = p.post_id AND a.visible_from = p.visible_until)
        ORDER BY visible_until LIMIT 10)) m
    JOIN revision r ON r.id = m.revision_id ORDER BY m.moment LIMIT 10`
}

async function countWaiting(): Promise<Health['waiting']> {
  const [row] = await db.$queryRaw<Health['waiting'][]>`
    SELECT (count(*) FILTER (WHERE run_at <= now()))::int AS now, (count(*) FILTER (WHERE run_at > now()))::int AS later
    FROM graphile_worker._private_jobs WHERE attempts < max_attempts`
  return row ?? { now: 0, later: 0 }
}

async function listFailing(): Promise<FailingJob[]> {
  return db.$queryRaw<FailingJob[]>`
    SELECT j.id::text, t.identifier AS name, p.id::text AS "postId", r.title, j.attempts::int,
      coalesce(j.last_error, 'The process that carried it out was ended.') AS reason,
      CASE WHEN j.attempts < j.max_attempts THEN j.run_at::timestamptz(3) END AS again
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      LEFT JOIN event e ON e.id = (j.payload ->> 'event')::bigint
      LEFT JOIN post p ON p.id = coalesce(e.post_id, (j.payload ->> 'postId')::uuid) LEFT JOIN revision r ON r.id = p.head_id
    WHERE j.last_error IS NOT NULL OR j.attempts >= j.max_attempts AND j.locked_by IS NULL
    ORDER BY j.attempts DESC, j.id LIMIT 50`
}

async function listLateness(): Promise<Lateness[]> {
  const rows = await db.$queryRaw<Lateness[]>`
    SELECT r.title, c.post_id::text AS "postId", c.due, greatest(0, extract(epoch FROM s.done_at - c.due) * 1000)::float8 AS milliseconds
    FROM receipt c JOIN receipt_step s ON s.event_id = c.event_id AND s.step = 'page'
      JOIN post p ON p.id = c.post_id JOIN revision r ON r.id = p.head_id
    WHERE s.done_at IS NOT NULL AND c.type <> 'post.withdrawn' ORDER BY c.event_id DESC LIMIT 100`
  return rows.reverse()
}
