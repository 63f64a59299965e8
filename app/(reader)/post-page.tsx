import { Article } from '@/components/post/article'
import { JsonLd } from '@/components/reader/json-ld'
import { describePost, describeTrail } from '@/components/post/structured-data'
import { getNeighbours, type LivePost } from '@/domain/posts/queries'
import { listRelated } from '@/domain/posts/related'
import { listSeriesOfPost } from '@/domain/series/queries'
import { loadSite } from '@/app/(reader)/load-site'
import { siteUrl } from '@/lib/site-url'

/** A live post with what stands around it; a static page is the same without. */
export async function PostPage({ post }: { post: LivePost }) {
  const site = await loadSite()
  if (post.kind === 'page')
    return <Article post={post} locale={site} series={[]} related={[]} neighbours={null} />
  const [series, related, neighbours] = await Promise.all([
    listSeriesOfPost(post.id),
    listRelated(post),
    getNeighbours(post),
  ])
  return (
    <>
      <JsonLd data={describePost(post, site, siteUrl())} />
      <JsonLd data={describeTrail(post, site, siteUrl())} />
      <Article post={post} locale={site} series={series} related={related} neighbours={neighbours} />
    </>
  )
}
