import { notFound } from 'next/navigation'
import { cache } from 'react'
import { countOf } from '@/components/reader/name-index'
import { PageHeading } from '@/components/reader/page-heading'
import { Pager } from '@/components/reader/pager'
import { PostList } from '@/components/reader/post-list'
import { listLivePosts } from '@/domain/posts/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { getLiveTag } from '@/domain/tags/queries'
import { readSegment } from '@/lib/path-segment'
import { pageMetadata } from '@/app/(reader)/page-metadata'

type TagPageProps = { tag: string; page: number }

/** One page of the posts with a tag. `tag` is the segment as it was asked for. */
export async function TagPage({ tag: segment, page }: TagPageProps) {
  const [site, tag] = await Promise.all([loadSite(), findTag(segment)])
  if (tag === null) notFound()
  const { posts, pages, total } = await listLivePosts({ tag: tag.slug }, { page, perPage: site.postsPerPage })
  if (page > pages) notFound()
  return (
    <div className="frame">
      <PageHeading kind="Tag" title={tag.name}>
        <p>{tag.description ?? countOf(total)}</p>
      </PageHeading>
      <PostList posts={posts} locale={site} />
      <Pager page={page} pages={pages} base={`/tags/${encodeURIComponent(tag.slug)}`} />
    </div>
  )
}

export async function tagMetadata({ tag: segment, page }: TagPageProps) {
  const [site, tag] = await Promise.all([loadSite(), findTag(segment)])
  if (tag === null) return {}
  const base = `/tags/${encodeURIComponent(tag.slug)}`
  return pageMetadata({
    site,
    title: page === 1 ? tag.name : `${tag.name}, page ${page}`,
    description: tag.description ?? `Posts about ${tag.name}.`,
    path: page === 1 ? base : `${base}/page/${page}`,
    feeds: base,
  })
}

const findTag = cache(async (segment: string) => {
  const slug = readSegment(segment)
  return slug === null ? null : getLiveTag(slug)
})
