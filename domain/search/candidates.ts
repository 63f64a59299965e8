import { Prisma } from '@/generated/prisma/client'
import type { Asked } from '@/domain/search/query'
import { db } from '@/lib/db'

/** Where to look: posts of a tag (by slug), of a calendar year by the wall clock of `zone`. */
export type Within = { tag: string | null; year: number | null; zone: string }

/** A publication that holds what was asked for. */
export type Candidate = { id: string; revisionId: string; rank: number }

export type Found = { candidates: Candidate[]; terms: string }

/** Of so many newest posts it is asked how common the words are. */
const SAMPLE = 150
const SAMPLE_OF_A_TAG = 50
/** Of the sample: from there on, the newest are looked through instead of all that have the words. */
const COMMON = 0.1
const MOST_LOOKED_THROUGH = 1_500
/** To find as many of one tag, several times as many are walked past. */
const MOST_OF_A_TAG = 250
/** So many of the newest posts that have the words are ranked; of a phrase's words, looked at for the phrase. */
const MOST_HELD = 300
const MOST_CHECKED = 1_000
const MOST_RANKED = 100
const MOST_TITLES = 1_500

/**
 * What is live and holds the words, best first, 100 at most. Words that a tenth of the newest posts hold are looked for in
 * the newest 1,500 posts only: ranking 100,000 of them would take a second and help nobody.
 */
export async function findCandidates(asked: Asked, within: Within): Promise<Found> {
  const query = queryOf(asked)
  const where = whereOf(within)
  const sample = within.tag === null ? SAMPLE : SAMPLE_OF_A_TAG
  const [told] = await db.$queryRaw<{ query: string; loose: string; positive: string; common: number }[]>`
    WITH asked AS (SELECT ${query} AS query),
    loosened AS (SELECT query, regexp_replace(query::text, '<(-|\\d+)>', '&', 'g')::tsquery AS loose FROM asked)
    SELECT query::text AS query, loose::text AS loose, querytree(query) AS positive, (
      SELECT count(*) FILTER (WHERE newest.vector @@ loose)::int FROM (
        SELECT vector FROM search_entry e WHERE ${where} ORDER BY e.date DESC LIMIT ${sample}) newest) AS common
    FROM loosened`
  if (told === undefined || told.query === '') return { candidates: [], terms: '' }
  // Without a word that must be there the index is of no use.
  const isBroad = told.common >= sample * COMMON || told.positive === 'T' || /!\s*\(/.test(told.query)
  const candidates = isBroad
    ? await db.$queryRaw<Candidate[]>`
        WITH newest AS MATERIALIZED (
          SELECT e.publication_id, e.revision_id, e.vector FROM search_entry e WHERE ${where} ORDER BY e.date DESC LIMIT ${within.tag === null ? MOST_LOOKED_THROUGH : MOST_OF_A_TAG})
        ${ranked(Prisma.sql`SELECT * FROM newest WHERE vector @@ ${told.query}::tsquery LIMIT ${MOST_RANKED}`, told.query)}`
    : await db.$queryRaw<Candidate[]>`
        WITH holding AS MATERIALIZED (
          SELECT e.publication_id, e.revision_id, e.vector FROM search_entry e
          WHERE e.vector @@ ${told.loose}::tsquery AND ${where} ORDER BY e.date DESC LIMIT ${told.query === told.loose ? MOST_HELD : MOST_CHECKED})
        ${ranked(Prisma.sql`SELECT * FROM holding WHERE vector @@ ${told.query}::tsquery`, told.query)}`
  return { candidates, terms: told.positive }
}

/**
 * Of the newest 1,500 posts those whose titles are written much like the query, best first, for when nothing holds its words.
 * No index: in a large blog it finds any title to be a little alike, and then takes seconds.
 */
export async function findAlike(query: string, within: Within): Promise<Candidate[]> {
  if (!(await forgivesTyping())) return []
  return db.$queryRaw<Candidate[]>`
    WITH newest AS MATERIALIZED (
      SELECT e.publication_id AS id, e.revision_id, e.title FROM search_entry e WHERE ${whereOf(within)} ORDER BY e.date DESC LIMIT ${MOST_TITLES}),
    compared AS (SELECT id, revision_id AS "revisionId", word_similarity(search_title(${query}), title)::float8 AS rank FROM newest)
    SELECT * FROM compared WHERE rank >= 0.45 ORDER BY rank DESC LIMIT 10`
}

function ranked(chosen: Prisma.Sql, query: string): Prisma.Sql {
  return Prisma.sql`SELECT publication_id AS id, revision_id AS "revisionId", ts_rank(vector, ${query}::tsquery, 1)::float8 AS rank
    FROM (${chosen}) chosen ORDER BY rank DESC LIMIT ${MOST_RANKED}`
}

function queryOf({ words, unfinished, signs }: Asked): Prisma.Sql {
  const whole = Prisma.sql`websearch_to_tsquery('octavo', ${words})`
  const started =
    unfinished === null
      ? whole
      : Prisma.sql`(${whole} || (websearch_to_tsquery('octavo', ${unfinished.before}) && to_tsquery('octavo', ${`${unfinished.start}:*`})))`
  return signs.reduce(
    (query, sign) => Prisma.sql`(${query} && to_tsquery('simple', ${`${sign}:*`}))`,
    started,
  )
}

function whereOf({ tag, year, zone }: Within): Prisma.Sql {
  const live = Prisma.sql`e.visible_from <= now() AND (e.visible_until IS NULL OR e.visible_until > now())`
  // Asked of each post in turn, because what is looked for is mostly found long before all posts of a tag are read.
  const tagged =
    tag === null
      ? Prisma.empty
      : Prisma.sql`AND (
          SELECT true FROM revision_tag rt WHERE rt.revision_id = e.revision_id AND rt.tag_id = (SELECT id FROM tag WHERE slug = ${tag}))`
  const dated =
    year === null
      ? Prisma.empty
      : Prisma.sql`AND e.date >= make_timestamp(${year}::int, 1, 1, 0, 0, 0) AT TIME ZONE ${zone}
          AND e.date < make_timestamp(${year + 1}::int, 1, 1, 0, 0, 0) AT TIME ZONE ${zone}`
  return Prisma.sql`${live} ${tagged} ${dated}`
}

async function forgivesTyping(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ here: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') AS here`
  return row?.here === true
}
