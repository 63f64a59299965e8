import { z } from 'zod'
import { type Candidate, findAlike, findCandidates, type Within } from '@/domain/search/candidates'
import { readQuery, termsOf, tidyQuery } from '@/domain/search/query'
import { snippetOf } from '@/domain/search/snippet'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

/** `excerpt` is in pieces: every second one, from the second on, is a match. */
export type SearchHit = {
  path: string
  title: string
  date: Date
  language: string | null
  excerpt: string[]
}

/** Tags and years of what was found, with how many of the best hundred each has. */
export type Facets = {
  tags: { name: string; slug: string; count: number }[]
  years: { year: number; count: number }[]
}

/**
 * `isAlike`: nothing holds the words, and these are posts with titles that are written much like them. `isCut`: there are more.
 */
export type SearchResult = { hits: SearchHit[]; isAlike: boolean; isCut: boolean; facets: Facets }

/** A search shows no more posts than this. */
const MOST_HITS = 20
/** Whoever quotes or excludes means what is written. */
const PLAIN_WORDS = /^(?!.*(?:"|(?:^|\s)-)).*[\p{L}\p{N}]{3}/u
const NOTHING: SearchResult = { hits: [], isAlike: false, isCut: false, facets: { tags: [], years: [] } }

/**
 * The live posts and pages that hold all words of a query, best first. Understands "quoted words", `or`, `-without`, the
 * beginning of the last word, signs of scripts without blanks and emoji; forgives accents and, in titles, typing errors.
 */
export async function searchLivePosts(text: string, within: Within): Promise<SearchResult> {
  const query = tidyQuery(text)
  if (query === '') return NOTHING
  depends('all')
  const { candidates, terms } = await findCandidates(readQuery(query), within)
  const alike = candidates.length === 0 && PLAIN_WORDS.test(query) ? await findAlike(query, within) : []
  const found = candidates.length > 0 ? candidates : alike
  if (found.length === 0) return NOTHING
  const [hits, facets] = await Promise.all([
    readHits(found.slice(0, MOST_HITS), termsOf(terms)),
    countFacets(found, within.zone),
  ])
  return { hits, isAlike: candidates.length === 0, isCut: found.length > hits.length, facets }
}

async function readHits(found: Candidate[], terms: string[]): Promise<SearchHit[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.id::text AS id, l.path, l.date, p.language, r.title, coalesce(r.description, r.excerpt, '') AS summary, left(coalesce(r.text, ''), 20000) AS text
    FROM live_publication l JOIN revision r ON r.id = l.revision_id JOIN post p ON p.id = l.post_id
    WHERE l.id = ANY(${found.map(({ id }) => id)}::uuid[])`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ id }) => {
    const row = byId.get(id)
    if (row === undefined) return []
    const { path, title, date, language, text, summary } = row
    return [
      {
        path,
        title,
        date,
        language,
        excerpt: snippetOf(text, terms) ?? snippetOf(summary, terms) ?? [summary],
      },
    ]
  })
}

type Row = Omit<SearchHit, 'excerpt'> & { id: string; text: string; summary: string }

const facetRows = z.object({
  tags: z.array(z.object({ name: z.string(), slug: z.string(), count: z.number() })),
  years: z.array(z.object({ year: z.number(), count: z.number() })),
})

async function countFacets(found: Candidate[], zone: string): Promise<Facets> {
  const [row] = await db.$queryRaw<unknown[]>`
    WITH found AS (SELECT revision_id, date FROM live_publication WHERE id = ANY(${found.map(({ id }) => id)}::uuid[])),
    tags AS (
      SELECT t.name, t.slug, count(*)::int AS count FROM found JOIN revision_tag rt USING (revision_id) JOIN tag t ON t.id = rt.tag_id
      GROUP BY t.id ORDER BY count DESC, t.folded LIMIT 12),
    years AS (
      SELECT extract(year FROM date AT TIME ZONE ${zone})::int AS year, count(*)::int AS count FROM found
      GROUP BY year ORDER BY year DESC LIMIT 12)
    SELECT coalesce((SELECT json_agg(tags) FROM tags), '[]') AS tags, coalesce((SELECT json_agg(years) FROM years), '[]') AS years`
  return facetRows.parse(row)
}
