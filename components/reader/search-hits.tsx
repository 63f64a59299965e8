import type { SearchHit } from '@/domain/search/queries'
import { Day } from '@/components/reader/day'
import { EmptyState } from '@/components/reader/empty-state'
import { countOf } from '@/components/reader/name-index'
import type { Locale } from '@/lib/day'

type SearchHitsProps = { query: string; hits: SearchHit[]; most: number; locale: Locale }

export function SearchHits({ query, hits, most, locale }: SearchHitsProps) {
  if (hits.length === 0) {
    return (
      <EmptyState title={`Nothing found for “${query}”.`}>
        Try fewer or other words, or look through <a href="/archive">the archive</a> and{' '}
        <a href="/tags">the tags</a>.
      </EmptyState>
    )
  }
  return (
    <section aria-label="Results">
      <p className="label results-count" role="status">
        {hits.length < most
          ? `${countOf(hits.length, 'result')} for “${query}”`
          : `The best ${countOf(most, 'result')} for “${query}”`}
      </p>
      <ol className="post-list">
        {hits.map((hit) => (
          <li key={hit.path}>
            <article className="post-row">
              <p className="post-row-day label">
                <Day date={hit.date} locale={locale} />
              </p>
              <div className="post-row-text" dir="auto">
                <h2 className="post-row-title">
                  <a href={hit.path}>{hit.title}</a>
                </h2>
                <p className="post-row-summary">…{hit.excerpt.map(showPiece)}…</p>
              </div>
            </article>
          </li>
        ))}
      </ol>
    </section>
  )
}

function showPiece(piece: string, at: number) {
  return at % 2 === 0 ? piece : <mark key={at}>{piece}</mark>
}
