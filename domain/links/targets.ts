import type { TargetState } from '@/domain/links/target'
import { variantOf } from '@/domain/media/widths'
import type { Actor } from '@/domain/permissions'
import { mayRead } from '@/domain/posts/desk-queries'
import { db } from '@/lib/db'

type Question = {
  /** Normal paths of this site. */
  paths: string[]
  /** The moment at which they are looked at. */
  at: Date
  /** The revision whose text asks: its own tags and series will have a page. */
  revisionId: string
}

const DESK = /^\/(?:admin|api|login|logout|setup|reset|preview)(?:\/|$)/
const LISTS =
  /^\/(?:$|page\/\d+$|tags$|series$|authors$|archive$|search$|theme\/|card\/|feed\.xml$|atom\.xml$|feed\.json$|sitemap|robots\.txt$|manifest\.webmanifest$|\.well-known\/)/
const MEDIA = /^\/media\/(.+)$/
const NAMED = /^\/(tags|series|authors)\/([^/]+)(?:\/(?:feed\.xml|atom\.xml|feed\.json))?$/

/** What is at each of these paths at that moment, as far as this person may know. */
export async function findTargets(actor: Actor, question: Question): Promise<Map<string, TargetState>> {
  const paths = [...new Set(question.paths)]
  const states = new Map<string, TargetState>()
  const rest: string[] = []
  for (const path of paths) {
    if (DESK.test(path)) states.set(path, { is: 'desk' })
    else if (LISTS.test(path)) states.set(path, { is: 'there' })
    else rest.push(path)
  }
  const files = rest.filter((path) => MEDIA.test(path))
  for (const path of files) states.set(path, { is: 'unknown' })
  for (const path of await existing(files)) states.set(path, { is: 'there' })
  const others = rest.filter((path) => !MEDIA.test(path))
  const rows = others.length === 0 ? [] : await findRows(actor, { ...question, paths: others })
  for (const row of rows) states.set(row.path, stateOf(row))
  const lists = others.filter((path) => NAMED.test(path) && states.get(path)?.is === 'unknown')
  for (const path of await livingLists({ ...question, paths: lists })) states.set(path, { is: 'there' })
  return states
}

async function existing(files: string[]): Promise<string[]> {
  if (files.length === 0) return []
  const keyOf = (path: string) => {
    const name = decodeURIComponent(MEDIA.exec(path)?.[1] ?? '')
    return variantOf(name)?.key ?? name
  }
  const found = await db.media.findMany({ where: { key: { in: files.map(keyOf) } }, select: { key: true } })
  const keys = new Set(found.map(({ key }) => key))
  return files.filter((path) => keys.has(keyOf(path)))
}

async function livingLists({ paths, at, revisionId }: Question): Promise<string[]> {
  if (paths.length === 0) return []
  const named = paths.map((path) => {
    const [, kind = '', slug = ''] = NAMED.exec(path) ?? []
    return { path, kind, slug: decodeURIComponent(slug) }
  })
  const slugs = named.map(({ slug }) => slug)
  const rows = await db.$queryRaw<{ kind: string; slug: string }[]>`
    WITH seen AS (
      SELECT 'tags' AS kind, t.slug, x.revision_id FROM tag t JOIN revision_tag x ON x.tag_id = t.id WHERE t.slug = ANY(${slugs})
      UNION ALL SELECT 'series', s.slug, x.revision_id FROM series s JOIN revision_series x ON x.series_id = s.id WHERE s.slug = ANY(${slugs})
      UNION ALL SELECT 'authors', a.slug, x.revision_id FROM person a JOIN revision_byline x ON x.person_id = a.id WHERE a.slug = ANY(${slugs}))
    SELECT DISTINCT kind, slug FROM seen WHERE revision_id = ${revisionId}::uuid OR EXISTS (
      SELECT 1 FROM publication b WHERE b.revision_id = seen.revision_id
        AND b.visible_from <= ${at} AND (b.visible_until IS NULL OR b.visible_until > ${at}))`
  const living = new Set(rows.map(({ kind, slug }) => `${kind}/${slug}`))
  return named.filter(({ kind, slug }) => living.has(`${kind}/${slug}`)).map(({ path }) => path)
}

type Row = {
  path: string
  /** A post that is live there, or a way on to one. */
  there: boolean
  /** Readers saw something there. */
  seen: boolean
  title: string | null
  from: Date | null
  trashed: boolean
  draft: boolean
}

function stateOf({ there, seen, title, from, trashed, draft }: Row): TargetState {
  if (there) return { is: 'there' }
  if (title !== null && trashed) return { is: 'trashed', title }
  if (title !== null && from !== null) return { is: 'later', title, from }
  if (title !== null && draft) return { is: 'draft', title }
  return { is: seen ? 'gone' : 'unknown' }
}

/** `/de/posts/slug`, `/posts/slug` and `/slug`: what kind of post would be there, by which slug. */
const PLACE = /^(?:\/([a-z]{2,3}(?:-[a-z0-9]{2,8})*))?(\/posts)?\/([^/]+)$/i

/** Titles of what readers do not see come only with what this person may see at the desk. */
async function findRows(actor: Actor, { paths, at }: Question): Promise<Row[]> {
  const places = paths.map((path) => {
    const [, language = '', posts, slug = ''] = PLACE.exec(path) ?? []
    return { language, kind: posts === undefined ? 'page' : 'post', slug: decodeURIComponent(slug) }
  })
  return db.$queryRaw<Row[]>`
    SELECT w.path, coalesce(w.live OR holder.target IS NOT NULL OR EXISTS (
        SELECT 1 FROM publication b WHERE b.post_id = holder.post_id
          AND b.visible_from <= ${at} AND (b.visible_until IS NULL OR b.visible_until > ${at})), false) AS there,
      holder.is IS NOT NULL AND NOT coalesce((SELECT h.draft AND h.trashed_at IS NULL FROM post h WHERE h.id = holder.post_id), false) AS seen,
      hidden.title, hidden.visible_from AS from, coalesce(hidden.trashed_at IS NOT NULL, false) AS trashed,
      coalesce(hidden.draft, false) AS draft
    FROM (
      SELECT u.*, EXISTS (SELECT 1 FROM publication b WHERE b.path = u.path AND b.visible_from <= ${at}
        AND (b.visible_until IS NULL OR b.visible_until > ${at})) AS live
      FROM unnest(${paths}::text[], ${places.map(({ kind }) => kind)}::text[], ${places.map(({ slug }) => slug)}::text[],
        ${places.map(({ language }) => language)}::text[]) AS u(path, kind, slug, language)) w
    LEFT JOIN LATERAL (
      (SELECT true AS is, post_id, NULL::text AS target FROM publication
        WHERE path = w.path AND visible_from <= ${at} ORDER BY visible_from DESC LIMIT 1)
      UNION ALL SELECT true, post_id, target FROM address WHERE path = w.path LIMIT 1) holder ON true
    LEFT JOIN LATERAL (
      SELECT r.title, p.trashed_at, p.draft, (SELECT min(b.visible_from) FROM publication b WHERE b.post_id = p.id AND b.visible_from > ${at}) AS visible_from
      FROM post p JOIN revision r ON r.id = p.head_id
      WHERE p.kind::text = w.kind AND coalesce(p.language, '') = w.language AND p.id IN (
        SELECT b.post_id FROM publication b WHERE b.path = w.path AND b.visible_from > ${at}
        UNION ALL SELECT x.post_id FROM revision x WHERE x.slug = w.slug
        UNION ALL SELECT holder.post_id) AND (${mayRead(actor)})
        AND (r.slug = w.slug OR p.id = holder.post_id OR EXISTS (
          SELECT 1 FROM publication b WHERE b.post_id = p.id AND b.path = w.path AND b.visible_from > ${at}))
      ORDER BY p.trashed_at NULLS FIRST LIMIT 1) hidden ON true`
}
