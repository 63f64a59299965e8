import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/reader/empty-state'
import { LeadPost } from '@/components/reader/lead-post'
import { PageHeading } from '@/components/reader/page-heading'
import { Pager } from '@/components/reader/pager'
import { PostList } from '@/components/reader/post-list'
import { getPinnedPost, listLivePosts } from '@/domain/posts/queries'
import type { SiteSettings } from '@/domain/settings/queries'

/** One page of everything, newest first; the first opens with the pinned post, else the newest. */
export async function HomePage({ site, page }: { site: SiteSettings; page: number }) {
  const { posts, pages } = await listLivePosts({}, { page, perPage: site.postsPerPage })
  if (page > pages) notFound()
  const lead = page === 1 ? ((await getPinnedPost()) ?? posts[0] ?? null) : null
  if (page === 1 && lead === null) {
    return (
      <div className="frame">
        <h1 className="visually-hidden">{site.title}</h1>
        <EmptyState title="Nothing is published yet.">
          If this is your blog, <a href="/admin/posts/new">write the first post</a>. It appears here the
          moment you publish it.
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="frame">
      {page === 1 ? (
        <h1 className="visually-hidden">{site.title}</h1>
      ) : (
        <PageHeading title={`Page ${page}`} />
      )}
      {lead !== null && <LeadPost post={lead} locale={site} motto={site.description} />}
      <PostList posts={posts.filter((post) => post.id !== lead?.id)} locale={site} />
      <Pager page={page} pages={pages} base="/" />
    </div>
  )
}
