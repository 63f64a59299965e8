import type { Metadata } from 'next'
import { PageHeading } from '@/components/reader/page-heading'
import { SearchForm } from '@/components/reader/search-form'
import { SearchHits } from '@/components/reader/search-hits'
import { MOST_HITS, searchLivePosts } from '@/domain/search/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { pageMetadata } from '@/app/(reader)/page-metadata'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  const head = pageMetadata({ site, title: 'Search', description: `Search ${site.title}.`, path: '/search' })
  return { ...head, robots: { index: false, follow: true } }
}

export default async function Search({ searchParams }: Props) {
  const { q } = await searchParams
  const query = typeof q === 'string' ? q.trim().slice(0, 200) : ''
  const [site, hits] = await Promise.all([loadSite(), searchLivePosts(query)])
  return (
    <div className="frame">
      <PageHeading title="Search">
        <SearchForm query={query} />
      </PageHeading>
      {query !== '' && <SearchHits query={query} hits={hits} most={MOST_HITS} locale={site} />}
    </div>
  )
}
