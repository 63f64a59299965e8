import type { SeriesPart } from '@/domain/series/queries'

export type SeriesWithParts = { name: string; slug: string; parts: SeriesPart[] }

/** Where a post stands in its series, with the way to the other parts. */
export function SeriesBox({ series, postId }: { series: SeriesWithParts; postId: string }) {
  const place = series.parts.findIndex((part) => part.postId === postId) + 1
  return (
    <section className="series-box" aria-labelledby={`series-${series.slug}`}>
      <p className="label">{`Part ${place} of ${series.parts.length}`}</p>
      <h2 className="series-box-title" id={`series-${series.slug}`} dir="auto">
        <a href={`/series/${encodeURIComponent(series.slug)}`}>{series.name}</a>
      </h2>
      <ol className="series-parts">
        {series.parts.map((part) => (
          <li key={part.postId} dir="auto">
            {part.postId === postId ? (
              <span aria-current="page">{part.title}</span>
            ) : (
              <a href={part.path}>{part.title}</a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
