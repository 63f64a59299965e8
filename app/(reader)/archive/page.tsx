import type { Metadata } from 'next'
import { ArchiveYears } from '@/components/reader/archive-years'
import { EmptyState } from '@/components/reader/empty-state'
import { countOf } from '@/components/reader/name-index'
import { PageHeading } from '@/components/reader/page-heading'
import { listArchive } from '@/domain/posts/archive'
import { loadSite } from '@/app/(reader)/load-site'
import { pageMetadata } from '@/app/(reader)/page-metadata'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  return pageMetadata({
    site,
    title: 'Archive',
    description: `Every post of ${site.title}.`,
    path: '/archive',
  })
}

export default async function Archive() {
  const [site, entries] = await Promise.all([loadSite(), listArchive()])
  return (
    <div className="frame">
      <PageHeading title="Archive">{entries.length > 0 && <p>{countOf(entries.length)}</p>}</PageHeading>
      {entries.length === 0 && (
        <EmptyState title="Nothing is published yet.">
          Come back soon, or <a href="/feed.xml">subscribe by feed</a> and be told.
        </EmptyState>
      )}
      <ArchiveYears entries={entries} locale={site} />
    </div>
  )
}
