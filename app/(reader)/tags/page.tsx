import type { Metadata } from 'next'
import { EmptyState } from '@/components/reader/empty-state'
import { NameIndex } from '@/components/reader/name-index'
import { PageHeading } from '@/components/reader/page-heading'
import { loadSite } from '@/app/(reader)/load-site'
import { listLiveTags } from '@/domain/tags/queries'
import { pageMetadata } from '@/app/(reader)/page-metadata'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  return pageMetadata({ site, title: 'Tags', description: `Every subject of ${site.title}.`, path: '/tags' })
}

export default async function Tags() {
  const tags = await listLiveTags()
  return (
    <div className="frame">
      <PageHeading title="Tags" />
      {tags.length === 0 ? (
        <EmptyState title="No post has a tag yet.">
          Read <a href="/archive">everything there is</a> instead.
        </EmptyState>
      ) : (
        <NameIndex base="/tags" names={tags} />
      )}
    </div>
  )
}
