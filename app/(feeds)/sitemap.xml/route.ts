import { renderSitemap } from '@/domain/feeds/sitemap'
import { listAuthors } from '@/domain/people/queries'
import { listSitemap } from '@/domain/posts/archive'
import { listLiveSeries } from '@/domain/series/queries'
import { listLiveTags } from '@/domain/tags/queries'
import { absoluteUrl } from '@/lib/site-url'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const [posts, tags, series, authors] = await Promise.all([
    listSitemap(),
    listLiveTags(),
    listLiveSeries(),
    listAuthors(),
  ])
  const lists = [
    '/',
    '/archive',
    ...tags.map(({ slug }) => `/tags/${encodeURIComponent(slug)}`),
    ...series.map(({ slug }) => `/series/${encodeURIComponent(slug)}`),
    ...authors.map(({ slug }) => `/authors/${encodeURIComponent(slug)}`),
  ]
  const entries = [
    ...posts.map(({ path, changed }) => ({ url: absoluteUrl(path), changed })),
    ...lists.map((path) => ({ url: absoluteUrl(path), changed: null })),
  ]
  return new Response(renderSitemap(entries), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
