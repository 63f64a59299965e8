import type { Metadata } from 'next'
import { PageHeading } from '@/components/reader/page-heading'
import { SearchForm } from '@/components/reader/search-form'
import { SearchResults } from '@/components/reader/search-results'
import { searchLivePosts } from '@/domain/search/queries'
import { readYear, tidyQuery } from '@/domain/search/query'
import { loadSite } from '@/app/(reader)/load-site'
import { pageMetadata } from '@/app/(reader)/page-metadata'

export const dynamic = 'force-dynamic'

type Asked = Record<'q' | 'tag' | 'year', string | string[] | undefined>
type Props = { searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  const head = pageMetadata({ site, title: 'Search', description: `Search ${site.title}.`, path: '/search' })
  return { ...head, robots: { index: false, follow: true } }
}

export default async function Search({ searchParams }: Props) {
  const asked = await searchParams
  const site = await loadSite()
  const query = tidyQuery(single(asked.q) ?? '')
  const tag = single(asked.tag)
  const year = readYear(single(asked.year))
  const result = await searchLivePosts(query, { tag, year, zone: site.timeZone })
  return (
    <div className="frame">
      <PageHeading title="Search">
        <SearchForm query={query} />
      </PageHeading>
      <div data-search-results="">
        {query !== '' && <SearchResults asked={{ query, tag, year }} result={result} locale={site} />}
      </div>
    </div>
  )
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && !value.includes('\0') ? value : null
}
