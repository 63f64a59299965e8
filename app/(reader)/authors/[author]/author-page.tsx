import { notFound } from 'next/navigation'
import { cache } from 'react'
import { JsonLd } from '@/components/reader/json-ld'
import { countOf } from '@/components/reader/name-index'
import { PageHeading } from '@/components/reader/page-heading'
import { Pager } from '@/components/reader/pager'
import { PostList } from '@/components/reader/post-list'
import { describeAuthor } from '@/components/post/structured-data'
import { getAuthor } from '@/domain/people/queries'
import { listLivePosts } from '@/domain/posts/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { readSegment } from '@/lib/path-segment'
import { siteUrl } from '@/lib/site-url'
import { pageMetadata } from '@/app/(reader)/page-metadata'

type AuthorPageProps = { author: string; page: number }

/** One page of the posts of an author. `author` is the segment as it was asked for. */
export async function AuthorPage({ author: segment, page }: AuthorPageProps) {
  const [site, author] = await Promise.all([loadSite(), findAuthor(segment)])
  if (author === null) notFound()
  const list = await listLivePosts({ author: author.slug }, { page, perPage: site.postsPerPage })
  if (page > list.pages) notFound()
  return (
    <div className="frame">
      <JsonLd data={describeAuthor(author, siteUrl())} />
      <PageHeading kind="Author" title={author.name}>
        <p>{author.bio ?? countOf(list.total)}</p>
        {author.url !== null && (
          <p>
            <a href={author.url} rel="me noopener">
              {author.url.replace(/^https?:\/\/(www\.)?|\/$/g, '')}
            </a>
          </p>
        )}
      </PageHeading>
      <PostList posts={list.posts} locale={site} />
      <Pager page={page} pages={list.pages} base={`/authors/${encodeURIComponent(author.slug)}`} />
    </div>
  )
}

export async function authorMetadata({ author: segment, page }: AuthorPageProps) {
  const [site, author] = await Promise.all([loadSite(), findAuthor(segment)])
  if (author === null) return {}
  const base = `/authors/${encodeURIComponent(author.slug)}`
  return pageMetadata({
    site,
    title: page === 1 ? author.name : `${author.name}, page ${page}`,
    description: author.bio ?? `What ${author.name} wrote.`,
    path: page === 1 ? base : `${base}/page/${page}`,
    feeds: base,
  })
}

const findAuthor = cache(async (segment: string) => {
  const slug = readSegment(segment)
  return slug === null ? null : getAuthor(slug)
})
