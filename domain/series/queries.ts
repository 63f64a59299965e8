import type { Named } from '@/domain/posts/live-post'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

export type SeriesCount = Named & { count: number; description: string | null }
export type SeriesPart = { postId: string; path: string; title: string; date: Date; summary: string }

/** The series of live posts with how many parts are live, by name. */
export async function listLiveSeries(): Promise<SeriesCount[]> {
  depends('series')
  return db.$queryRaw<SeriesCount[]>`
    SELECT s.name, s.slug, s.description, count(*)::int AS count
    FROM live_publication l JOIN revision_series rs ON rs.revision_id = l.revision_id JOIN series s ON s.id = rs.series_id
    WHERE l.kind = 'post' GROUP BY s.id ORDER BY s.folded`
}

/** One series with its live parts in order: numbered parts first, the others after them by date. Null without a live part. */
export async function getLiveSeries(
  slug: string,
): Promise<(Named & { description: string | null; parts: SeriesPart[] }) | null> {
  depends(`in-series:${slug}`)
  const [series] = await db.$queryRaw<(Named & { id: string; description: string | null })[]>`
    SELECT id::text, name, slug, description FROM series WHERE slug = ${slug}`
  if (series === undefined) return null
  const parts = await db.$queryRaw<SeriesPart[]>`
    SELECT l.post_id::text AS "postId", l.path, r.title, l.date, coalesce(r.description, r.excerpt, '') AS summary
    FROM live_publication l JOIN revision r ON r.id = l.revision_id JOIN revision_series rs ON rs.revision_id = r.id
    WHERE l.kind = 'post' AND rs.series_id = ${series.id}::uuid ORDER BY rs.position NULLS LAST, l.date, l.id`
  for (const { postId } of parts) depends(`post:${postId}`)
  return parts.length === 0 ? null : { ...series, parts }
}

/** The series a live post is part of, each with all its live parts. */
export async function listSeriesOfPost(postId: string) {
  const slugs = await db.$queryRaw<{ slug: string }[]>`
    SELECT s.slug FROM live_publication l JOIN revision_series rs ON rs.revision_id = l.revision_id JOIN series s ON s.id = rs.series_id
    WHERE l.post_id = ${postId}::uuid ORDER BY s.folded`
  depends(`post:${postId}`)
  const found = await Promise.all(slugs.map(({ slug }) => getLiveSeries(slug)))
  return found.filter((series) => series !== null)
}

/** Whether any live post is part of a series. */
export async function hasLiveSeries(): Promise<boolean> {
  depends('series:any')
  const [row] = await db.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM live_publication l JOIN revision_series rs ON rs.revision_id = l.revision_id) AS any`
  return row?.any === true
}
