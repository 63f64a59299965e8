import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Day } from '@/components/reader/day'
import { countOf } from '@/components/reader/name-index'
import { PageHeading } from '@/components/reader/page-heading'
import { getLiveSeries } from '@/domain/series/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { readSegment } from '@/lib/path-segment'
import { pageMetadata } from '@/app/(reader)/page-metadata'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ series: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [site, series] = await Promise.all([loadSite(), findSeries(params)])
  if (series === null) return {}
  const path = `/series/${encodeURIComponent(series.slug)}`
  const description = series.description ?? `${series.name}, in ${countOf(series.parts.length, 'part')}.`
  return pageMetadata({ site, title: series.name, description, path, feeds: path })
}

export default async function Series({ params }: Props) {
  const [site, series] = await Promise.all([loadSite(), findSeries(params)])
  if (series === null) notFound()
  return (
    <div className="frame">
      <PageHeading kind="Series" title={series.name}>
        <p>{series.description ?? countOf(series.parts.length, 'part')}</p>
      </PageHeading>
      <ol className="post-list">
        {series.parts.map(({ postId, path, title, date, summary }, at) => (
          <li key={postId}>
            <article className="post-row">
              <p className="post-row-day label">
                Part {at + 1} · <Day date={date} locale={site} />
              </p>
              <div className="post-row-text" dir="auto">
                <h2 className="post-row-title">
                  <a href={path}>{title}</a>
                </h2>
                <p className="post-row-summary">{summary}</p>
              </div>
            </article>
          </li>
        ))}
      </ol>
    </div>
  )
}

async function findSeries(params: Props['params']) {
  const slug = readSegment((await params).series)
  return slug === null ? null : loadSeries(slug)
}

const loadSeries = cache(getLiveSeries)
