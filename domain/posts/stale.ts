import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'

/**
 * The names that queries note with `depends`, so that a change can say what it makes untrue:
 * `post:<id>` what readers see of a post · `posts` which posts there are and in what order · `titles` every title ·
 * `tagged:<slug>`, `in-series:<slug>`, `by:<slug>` which posts belong to one · `tags`, `series`, `authors` their indexes ·
 * `series:any` whether there is any series · `pages` the static pages · `after:<id>`, `before:<id>` what stands beside a post ·
 * `pinned` · `settings` · `media:<key>` a file of the library and what it says of itself · `all`.
 */
export function staleWithRendering(postId: string): string[] {
  return [`post:${postId}`]
}

/**
 * From here to the end of the transaction nobody else changes what readers see: of two posts that go live at once the second
 * to come finds the first beside it. Before the stale names are asked for, and after every other lock.
 */
export async function lockStanding(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:standing'))`
}

/** After a change to what a live or scheduled post says, inside its transaction. Where it stands in lists has not changed. */
export async function staleWithText(tx: Tx, postId: string): Promise<string[]> {
  await lockStanding(tx)
  return [`post:${postId}`, 'titles', ...(await namesFrom(tx, namesOf({ postId, since: null })))]
}

/**
 * After a post came, went, or changed its date: what it says, and every list it is or was in. Inside the transaction of the
 * change; or after the clock alone did it, any time after the moment `since` (as the database writes it).
 */
export async function staleWithPlace(tx: Tx, postId: string, since: string | null = null): Promise<string[]> {
  if (since === null) await lockStanding(tx)
  const change = { postId, since }
  const names = await namesFrom(tx, Prisma.sql`${namesOf(change)} UNION ${besideOf(change)}`)
  return [`post:${postId}`, 'titles', 'posts', 'pinned', ...names]
}

type Change = { postId: string; since: string | null }

/** Live at this moment, and not when the transaction began: what was committed since counts. */
const LIVE = Prisma.sql`kind = 'post' AND visible_from <= (SELECT clock_timestamp())
  AND (visible_until IS NULL OR visible_until > (SELECT clock_timestamp()))`

/** Ranges of a post that readers see now, saw until now (which ranges know to the millisecond), or will see. */
function rangesOf({ postId, since }: Change): Prisma.Sql {
  return Prisma.sql`post_id = ${postId}::uuid
    AND (visible_until IS NULL OR visible_until >= coalesce(${since}::timestamptz, date_trunc('milliseconds', now())))`
}

async function namesFrom(tx: Tx, query: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>(Prisma.sql`/* planned once */ ${query}`)
  return rows.map(({ name }) => name)
}

/** Tags, series and authors of every revision in these ranges. */
function namesOf(change: Change): Prisma.Sql {
  const { postId } = change
  return Prisma.sql`(
    WITH shown AS (SELECT revision_id FROM publication WHERE ${rangesOf(change)})
    SELECT 'tagged:' || t.slug AS name FROM shown JOIN revision_tag USING (revision_id) JOIN tag t ON t.id = tag_id
    UNION SELECT 'tags' FROM shown JOIN revision_tag USING (revision_id)
    UNION SELECT 'in-series:' || s.slug FROM shown JOIN revision_series USING (revision_id) JOIN series s ON s.id = series_id
    UNION SELECT 'series' FROM shown JOIN revision_series USING (revision_id)
    UNION SELECT 'series:any' FROM shown JOIN revision_series USING (revision_id) WHERE NOT EXISTS (
      SELECT 1 FROM publication JOIN revision_series USING (revision_id) WHERE ${LIVE} AND post_id <> ${postId}::uuid)
    UNION SELECT 'by:' || p.slug FROM shown JOIN revision_byline USING (revision_id) JOIN person p ON p.id = person_id
    UNION SELECT 'authors' FROM shown JOIN revision_byline USING (revision_id)
    UNION SELECT 'pages' FROM post WHERE id = ${postId}::uuid AND kind = 'page')`
}

/** The live posts right beside each date the post has or just had. */
function besideOf(change: Change): Prisma.Sql {
  const { postId } = change
  return Prisma.sql`(
    WITH place AS (SELECT DISTINCT date FROM publication WHERE kind = 'post' AND ${rangesOf(change)})
    SELECT 'after:' || older.post_id AS name FROM place, LATERAL (
      SELECT post_id FROM publication WHERE ${LIVE} AND post_id <> ${postId}::uuid
        AND (date, post_id) < (place.date, ${postId}::uuid) ORDER BY date DESC, post_id DESC LIMIT 1) older
    UNION SELECT 'before:' || newer.post_id FROM place, LATERAL (
      SELECT post_id FROM publication WHERE ${LIVE} AND post_id <> ${postId}::uuid
        AND (date, post_id) > (place.date, ${postId}::uuid) ORDER BY date, post_id LIMIT 1) newer)`
}
