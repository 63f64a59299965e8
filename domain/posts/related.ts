import { Prisma } from '@/generated/prisma/client'
import { idsAround, idsBetween } from '@/domain/posts/list-places'
import { readingOrder } from '@/domain/posts/reading-order'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

export type RelatedPost = { path: string; title: string; date: Date; language: string | null }

const SHOWN = 3
/** So many posts of about the same time, on each side, may share a tag that many have. */
const NEAR = 150
/** Without a tag, so many of about the same time are compared by their words, and so many of the newest. */
const NEAR_UNTAGGED = 10
const NEWEST = 10
/** A tag that fewer revisions have is rare: all its posts may be related, however old they are. */
const RARE = 300
const MOST_TAGS = 5
/** So many that share tags are compared by their words. */
const COMPARED = 60

/**
 * The live posts that have most in common with one: tags, of which a rare one counts more, and the words of its title and
 * description. Parts of its series are left out, since they are named beside it. Only what is shown is noted: which posts these
 * are is not asked again when others come. The cost does not grow with the blog: of a tag that many have only posts of about the
 * same time are looked at.
 */
export async function listRelated({
  id,
  date,
  tags,
}: {
  id: string
  date: Date
  tags: { slug: string }[]
}): Promise<RelatedPost[]> {
  const order = await readingOrder({})
  const around = idsAround(order, date, tags.length === 0 ? NEAR_UNTAGGED : NEAR)
  const newest = tags.length === 0 ? idsBetween(order, 0, NEWEST) : []
  const near = [...new Set([...around, ...newest])].filter((other) => other !== id)
  const slugs = tags.slice(0, MOST_TAGS).map(({ slug }) => slug)
  const candidates = slugs.length === 0 ? untagged(near) : sharingTags({ slugs, near, date })
  // Materialized: planned apart, which is many times faster than all orders of so many tables, and the words are put together once.
  const rows = await db.$queryRaw<(RelatedPost & { id: string })[]>`
    WITH mine AS MATERIALIZED (
      SELECT coalesce((
        SELECT string_agg(quote_literal(lexeme), ' | ') FROM (
          SELECT lexeme FROM unnest(e.vector) WHERE weights && ARRAY['A', 'B'] ORDER BY lexeme LIMIT 40) words), '')::tsquery AS words, l.revision_id
      FROM live_publication l JOIN search_entry e ON e.publication_id = l.id WHERE l.post_id = ${id}::uuid),
    candidates AS MATERIALIZED (${candidates}),
    chosen AS MATERIALIZED (
      SELECT l.post_id, l.path, l.date, l.revision_id, how.likeness
      FROM candidates o JOIN live_publication l USING (post_id) JOIN search_entry e ON e.publication_id = l.id, mine,
        LATERAL (SELECT o.weight + ts_rank(e.vector, mine.words, 1) * 4 AS likeness) how
      WHERE o.post_id <> ${id}::uuid AND how.likeness > 0.05 AND NOT EXISTS (
        SELECT 1 FROM revision_series theirs JOIN revision_series ours USING (series_id)
        WHERE theirs.revision_id = l.revision_id AND ours.revision_id = mine.revision_id)
      ORDER BY how.likeness DESC, l.date DESC LIMIT ${SHOWN})
    SELECT c.post_id::text AS id, c.path, r.title, c.date, p.language
    FROM chosen c JOIN revision r ON r.id = c.revision_id JOIN post p ON p.id = c.post_id
    ORDER BY c.likeness DESC, c.date DESC`
  for (const row of rows) depends(`post:${row.id}`)
  return rows.map(({ id: _id, ...post }) => post)
}

function untagged(near: string[]): Prisma.Sql {
  return Prisma.sql`SELECT post_id, 0 AS weight FROM unnest(${near}::uuid[]) AS near(post_id)`
}

type Sharing = { slugs: string[]; near: string[]; date: Date }

function sharingTags({ slugs, near, date }: Sharing): Prisma.Sql {
  return Prisma.sql`
    WITH ours AS MATERIALIZED (SELECT id FROM tag WHERE slug = ANY(${slugs}::text[])),
    tagged AS MATERIALIZED (
      SELECT ours.id AS tag_id, few.revision_id
      FROM ours, LATERAL (SELECT revision_id FROM revision_tag WHERE tag_id = ours.id LIMIT ${RARE}) few),
    frequency AS MATERIALIZED (
      SELECT tag_id, count(*)::int AS revisions, ln(2::float8) / ln(count(*)::float8 + 2) AS weight FROM tagged GROUP BY tag_id),
    shared AS (
      SELECT l.post_id, t.tag_id, l.date FROM unnest(${near}::uuid[]) AS near(post_id)
        JOIN live_publication l USING (post_id) JOIN revision_tag t ON t.revision_id = l.revision_id AND t.tag_id IN (SELECT id FROM ours)
      UNION
      SELECT l.post_id, tagged.tag_id, l.date FROM tagged JOIN frequency USING (tag_id)
        JOIN live_publication l ON l.revision_id = tagged.revision_id AND l.kind = 'post' WHERE frequency.revisions < ${RARE})
    SELECT post_id, sum(frequency.weight) AS weight FROM shared JOIN frequency USING (tag_id)
    GROUP BY post_id, date ORDER BY weight DESC, abs(extract(epoch FROM date - ${date})) LIMIT ${COMPARED}`
}
