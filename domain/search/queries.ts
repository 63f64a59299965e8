import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

/** `excerpt` is in pieces: every second one, from the second on, is a match. */
export type SearchHit = { path: string; title: string; date: Date; excerpt: string[] }

const LONGEST_QUERY = 200
/** A search answers no more posts than this. */
export const MOST_HITS = 30
const MATCH = '\u0001'

/**
 * The live posts and pages that hold all words of a query, best first, 30 at most. Understands "quoted words", `or` and
 * `-without`. Looks at the newest 10,000 posts and the first 20,000 characters of each: a bound, not a promise.
 */
export async function searchLivePosts(query: string): Promise<SearchHit[]> {
  const words = query.replace(/\p{C}/gu, ' ').trim().slice(0, LONGEST_QUERY).toWellFormed()
  if (words === '') return []
  depends('all')
  const rows = await db.$queryRaw<{ path: string; title: string; date: Date; excerpt: string }[]>`
    WITH words AS (SELECT websearch_to_tsquery('english', ${words}) AS english, websearch_to_tsquery('simple', ${words}) AS simple),
    newest AS (SELECT path, date, revision_id FROM live_publication ORDER BY date DESC LIMIT 10000),
    found AS (
      SELECT n.path, n.date, r.title, coalesce(r.description, '') AS description, left(coalesce(r.text, ''), 20000) AS text,
        w.english, ts_rank(r.search, w.english) AS rank
      FROM newest n JOIN revision r ON r.id = n.revision_id, words w
      WHERE r.search @@ w.english OR to_tsvector('simple', r.title) @@ w.simple
      ORDER BY rank DESC, n.date DESC LIMIT ${MOST_HITS}
    )
    SELECT path, title, date, ts_headline('english', description || ' ' || text, english,
      'StartSel=' || chr(1) || ', StopSel=' || chr(1) || ', MaxFragments=1, MaxWords=30, MinWords=12') AS excerpt
    FROM found ORDER BY rank DESC, date DESC`
  return rows.map((row) => ({ ...row, excerpt: row.excerpt.split(MATCH) }))
}
