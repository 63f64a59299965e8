import type { Metadata } from 'next'
import { EmptyState } from '@/components/reader/empty-state'
import { countOf } from '@/components/reader/name-index'
import { PageHeading } from '@/components/reader/page-heading'
import { listLiveSeries } from '@/domain/series/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { pageMetadata } from '@/app/(reader)/page-metadata'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  return pageMetadata({
    site,
    title: 'Series',
    description: `Every series of ${site.title}.`,
    path: '/series',
  })
}

export default async function AllSeries() {
  const series = await listLiveSeries()
  return (
    <div className="frame">
      <PageHeading title="Series" />
      {series.length === 0 && (
        <EmptyState title="There is no series yet.">
          Read <a href="/archive">everything there is</a> instead.
        </EmptyState>
      )}
      <ul className="post-list">
        {series.map(({ name, slug, count, description }) => (
          <li key={slug}>
            <article className="post-row">
              <p className="post-row-day label">{countOf(count, 'part')}</p>
              <div className="post-row-text" dir="auto">
                <h2 className="post-row-title">
                  <a href={`/series/${encodeURIComponent(slug)}`}>{name}</a>
                </h2>
                {description !== null && <p className="post-row-summary">{description}</p>}
              </div>
            </article>
          </li>
        ))}
      </ul>
    </div>
  )
}
