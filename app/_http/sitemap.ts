import { type SitemapEntry, renderSitemap, renderSitemapIndex } from '@/domain/feeds/sitemap'
import { listAuthors } from '@/domain/people/queries'
import { listSitemap, listSitemapParts } from '@/domain/posts/archive'
import { listLiveSeries } from '@/domain/series/queries'
import { listLiveTags } from '@/domain/tags/queries'
import { absoluteUrl } from '@/lib/site-url'

/** The protocol allows 50,000 in a file; fewer are quicker to make and small enough to be remembered. */
const PER_FILE = 20_000

/** One file with every address while they fit; the index of several otherwise. */
export async function answerSitemap(): Promise<Response> {
  const parts = await listSitemapParts(PER_FILE)
  if (parts.length <= 1) return xml(renderSitemap([...(await addressesOf(1)), ...(await lists())]))
  const files = parts.map(({ part, changed }) => ({ url: absoluteUrl(`/sitemaps/${part}.xml`), changed }))
  return xml(renderSitemapIndex([...files, { url: absoluteUrl('/sitemaps/lists.xml'), changed: null }]))
}

/** One file of several: `1.xml`, `2.xml`, `lists.xml`. */
export async function answerSitemapPart(file: string): Promise<Response> {
  const part = /^([1-9]\d{0,3})\.xml$/.exec(file)?.[1]
  if (file === 'lists.xml') return xml(renderSitemap(await lists()))
  const entries = part === undefined ? [] : await addressesOf(Number(part))
  return entries.length === 0 ? new Response('Not found.\n', { status: 404 }) : xml(renderSitemap(entries))
}

async function addressesOf(part: number): Promise<SitemapEntry[]> {
  const addresses = await listSitemap({ part, size: PER_FILE })
  return addresses.map(({ path, changed }) => ({ url: absoluteUrl(path), changed }))
}

async function lists(): Promise<SitemapEntry[]> {
  const [tags, series, authors] = await Promise.all([listLiveTags(), listLiveSeries(), listAuthors()])
  return [
    '/',
    '/archive',
    ...tags.map(({ slug }) => `/tags/${encodeURIComponent(slug)}`),
    ...series.map(({ slug }) => `/series/${encodeURIComponent(slug)}`),
    ...authors.map(({ slug }) => `/authors/${encodeURIComponent(slug)}`),
  ].map((path) => ({ url: absoluteUrl(path), changed: null }))
}

function xml(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
