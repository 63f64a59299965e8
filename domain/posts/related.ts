import { db } from '@/lib/db'
import { depends } from '@/lib/depends'
import { type ListScope, readingOrder } from '@/domain/posts/reading-order'

export type RelatedPost = { path: string; title: string; date: Date; language: string | null }

const SHOWN = 3
/** Of each list so many posts of about the same time are looked at, and so many of the newest. */
const NEAR = 20
const NEWEST = 10
const MOST_TAGS = 5

/**
 * The live posts that have most in common with one: tags, of which a rare one counts more, and the words of its title and
 * description. Which they are is not asked again when other posts come: only what is shown is noted.
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
  const scopes: ListScope[] =
    tags.length === 0 ? [{}] : tags.slice(0, MOST_TAGS).map(({ slug }) => ({ tag: slug }))
  const orders = await Promise.all(scopes.map(readingOrder))
  const weights = new Map<string, number>()
  for (const order of orders) {
    const weight = tags.length === 0 ? 0 : 1 / Math.log2(order.length + 2)
    for (const near of nearby(order, date.getTime())) {
      if (near.id !== id) weights.set(near.id, (weights.get(near.id) ?? 0) + weight)
    }
  }
  if (weights.size === 0) return []
  const rows = await db.$queryRaw<(RelatedPost & { id: string })[]>`
    WITH mine AS (
      SELECT coalesce((
        SELECT string_agg(quote_literal(lexeme), ' | ') FROM (
          SELECT lexeme FROM unnest(e.vector) WHERE weights && ARRAY['A', 'B'] ORDER BY lexeme LIMIT 40) words), '')::tsquery AS words
      FROM live_publication l JOIN search_entry e ON e.publication_id = l.id WHERE l.post_id = ${id}::uuid),
    others AS (SELECT * FROM unnest(${[...weights.keys()]}::uuid[], ${[...weights.values()]}::float8[]) AS o(post_id, weight))
    SELECT l.post_id::text AS id, l.path, r.title, l.date, p.language
    FROM others o JOIN live_publication l USING (post_id) JOIN search_entry e ON e.publication_id = l.id
      JOIN revision r ON r.id = l.revision_id JOIN post p ON p.id = l.post_id, mine,
      LATERAL (SELECT o.weight + ts_rank(e.vector, mine.words, 1) * 4 AS likeness) how
    WHERE how.likeness > 0.05 ORDER BY how.likeness DESC, l.date DESC LIMIT ${SHOWN}`
  for (const row of rows) depends(`post:${row.id}`)
  return rows.map(({ id: _id, ...post }) => post)
}

type Place = { id: string; date: number }

function nearby(order: Place[], date: number): Place[] {
  const at = order.findIndex((place) => place.date <= date)
  const from = Math.max(0, (at === -1 ? order.length : at) - NEAR / 2)
  return [...new Set([...order.slice(from, from + NEAR), ...order.slice(0, NEWEST)])]
}
