import { staleWithPlace } from '@/domain/posts/stale'
import { db } from '@/lib/db'

/** What the database's clock says: `now` to go on from, what came or went by the clock alone, and when it does so next. */
export type ClockReading = {
  /** The database's moment, to be given back as `since`. */
  now: string
  /** Milliseconds until the clock next changes what readers see; null when nothing is planned. */
  remaining: number | null
  /** The tags of everything that came or went after `since`. */
  stale: string[]
}

/** More than this at once, and everything is stale. */
const MANY = 50

/**
 * Reads the database's clock. Moments have milliseconds and `now()` has microseconds: it is rounded down, so that a moment falls
 * into exactly one reading.
 */
export async function readClock(since: string | null): Promise<ClockReading> {
  const [row] = await db.$queryRaw<{ now: string; remaining: number | null; changed: string[] }[]>`
    SELECT date_trunc('milliseconds', now())::text AS now,
      (extract(epoch FROM least(
        (SELECT min(visible_from) FROM publication WHERE visible_from > now()),
        (SELECT min(visible_until) FROM publication WHERE visible_until > now())) - now()) * 1000)::float8 AS remaining,
      ARRAY(
        SELECT post_id::text FROM publication WHERE visible_from > ${since}::timestamptz AND visible_from <= now()
        UNION SELECT post_id::text FROM publication WHERE visible_until > ${since}::timestamptz AND visible_until <= now()
        LIMIT ${MANY + 1}) AS changed`
  if (row === undefined) throw new Error('the database did not say what time it is')
  const { now, remaining, changed } = row
  if (since === null || changed.length > MANY) return { now, remaining, stale: ['all'] }
  const tags = new Set<string>()
  for (const id of changed) for (const tag of await staleWithPlace(db, id, since)) tags.add(tag)
  return { now, remaining, stale: [...tags] }
}
