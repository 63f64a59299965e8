import type { Named } from '@/domain/posts/live-post'
import type { SeriesPart } from '@/domain/series/queries'
import { db } from '@/lib/db'

export type ReviewedSeries = Named & { parts: SeriesPart[] }
type InSeries = { position: number | null; series: Named & { id: string } }
type Placed = SeriesPart & { position: number | null }

/** The series of a version with their live parts and itself among them, where it would stand. */
export async function seriesOfReview(
  post: { id: string; path: string; title: string; date: Date; summary: string },
  places: InSeries[],
): Promise<ReviewedSeries[]> {
  return Promise.all(
    places.map(async ({ position, series: { id, name, slug } }) => {
      const live = await db.$queryRaw<Placed[]>`
        SELECT l.post_id::text AS "postId", l.path, r.title, l.date, '' AS summary, rs.position
        FROM live_publication l JOIN revision r ON r.id = l.revision_id JOIN revision_series rs ON rs.revision_id = r.id
        WHERE l.kind = 'post' AND rs.series_id = ${id}::uuid AND l.post_id <> ${post.id}::uuid`
      const { path, title, date, summary } = post
      const own = { postId: post.id, path, title, date, summary, position }
      return {
        name,
        slug,
        parts: [...live, own].sort(byPlace).map(({ position: _position, ...part }) => part),
      }
    }),
  )
}

/** Numbered parts first, the others after them by date. */
function byPlace(one: Placed, other: Placed): number {
  const places = (one.position ?? Infinity) === (other.position ?? Infinity)
  if (!places) return (one.position ?? Infinity) - (other.position ?? Infinity)
  return one.date.getTime() - other.date.getTime()
}
