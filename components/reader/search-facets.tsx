import type { Facets } from '@/domain/search/queries'

/** What was asked for: words, and the tag (by slug) and year they were narrowed to. */
export type Narrowed = { query: string; tag: string | null; year: number | null }

/** Links that narrow a search to a tag or a year, or widen it again. */
export function SearchFacets({ asked, facets }: { asked: Narrowed; facets: Facets }) {
  const tags = facets.tags.map(({ name, slug, count }) => ({ name, count, value: slug }))
  const years = facets.years.map(({ year, count }) => ({ name: String(year), count, value: String(year) }))
  return (
    <>
      <FacetList
        name="Tags"
        choices={withChosen(tags, asked.tag)}
        chosen={asked.tag}
        addressOf={(tag) => address({ ...asked, tag })}
      />
      <FacetList
        name="Years"
        choices={withChosen(years, asked.year === null ? null : String(asked.year))}
        chosen={asked.year === null ? null : String(asked.year)}
        addressOf={(year) => address({ ...asked, year: year === null ? null : Number(year) })}
      />
    </>
  )
}

type Choice = { name: string; value: string; count: number | null }
type FacetListProps = {
  name: string
  choices: Choice[]
  chosen: string | null
  addressOf: (value: string | null) => string
}

function FacetList({ name, choices, chosen, addressOf }: FacetListProps) {
  if (choices.length < 2 && chosen === null) return null
  return (
    <nav aria-label={name} className="facets label">
      <span aria-hidden="true">{name}</span>
      <ul>
        {choices.map(({ name: choice, value, count }) => (
          <li key={value}>
            <a
              href={addressOf(value === chosen ? null : value)}
              aria-current={value === chosen ? 'true' : undefined}
              dir="auto"
            >
              {choice}
              {value !== chosen && count !== null && <span className="facet-count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What a search is narrowed to can be taken back even when nothing was found there. */
function withChosen(choices: Choice[], chosen: string | null): Choice[] {
  if (chosen === null || choices.some(({ value }) => value === chosen)) return choices
  return [{ name: chosen, value: chosen, count: null }, ...choices]
}

function address({ query, tag, year }: Narrowed): string {
  const parameters = new URLSearchParams({ q: query })
  if (tag !== null) parameters.set('tag', tag)
  if (year !== null) parameters.set('year', String(year))
  return `/search?${parameters}`
}
