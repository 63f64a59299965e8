import type { Metadata } from 'next'
import { Missing } from '@/components/reader/missing'
import { listLivePosts } from '@/domain/posts/queries'
import { loadSite } from '@/app/(reader)/load-site'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Gone', robots: { index: false } }

/** What the server answers, with status 410, for what readers once saw and cannot see any more. */
export default async function Gone() {
  const [site, { posts }] = await Promise.all([loadSite(), listLivePosts({}, { page: 1, perPage: 5 })])
  return (
    <Missing title="This page has been taken down." posts={posts} locale={site}>
      It was here once and will not come back. Search, or begin with what is new.
    </Missing>
  )
}
