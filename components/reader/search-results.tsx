import type { SearchResult } from '@/domain/search/queries'
import { EmptyState } from '@/components/reader/empty-state'
import { countOf } from '@/components/reader/name-index'
import { PostRow } from '@/components/reader/post-row'
import { type Narrowed, SearchFacets } from '@/components/reader/search-facets'
import type { Locale } from '@/lib/day'

type SearchResultsProps = { asked: Narrowed; result: SearchResult; locale: Locale }

/** What a search found. The page's script puts it in place of what was there while one types. */
export function SearchResults({ asked, result, locale }: SearchResultsProps) {
  const { query } = asked
  const { hits, isAlike, isCut, facets } = result
  return (
    <>
      <SearchFacets asked={asked} facets={facets} />
      {hits.length === 0 ? (
        <EmptyState title={`Nothing found for “${query}”.`}>
          Try fewer or other words, or look through <a href="/archive">the archive</a> and{' '}
          <a href="/tags">the tags</a>.
        </EmptyState>
      ) : (
        <section aria-label="Results">
          <p className="label results-count" role="status">
            {isAlike
              ? `Nothing holds “${query}”. These titles come close:`
              : `${isCut ? 'The best ' : ''}${countOf(hits.length, 'result')} for “${query}”`}
          </p>
          <ol className="post-list">
            {hits.map((hit) => (
              <li key={hit.path}>
                <PostRow post={hit} locale={locale} summary={hit.excerpt.map(showPiece)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

function showPiece(piece: string, at: number) {
  return at % 2 === 0 ? piece : <mark key={at}>{piece}</mark>
}
