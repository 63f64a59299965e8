import { type FeedOf, getFeed } from '@/domain/feeds/queries'
import { getAuthor, listAuthors } from '@/domain/people/queries'
import { countArchive, listArchive, listSitemap } from '@/domain/posts/archive'
import {
  getLivePost,
  getNeighbours,
  getPinnedPost,
  listLivePages,
  listLivePosts,
} from '@/domain/posts/queries'
import type { ListScope } from '@/domain/posts/reading-order'
import { getLiveSeries, hasLiveSeries, listLiveSeries, listSeriesOfPost } from '@/domain/series/queries'
import { getSettings } from '@/domain/settings/queries'
import { getLiveTag, listLiveTags } from '@/domain/tags/queries'

const PER_PAGE = 3

/** What is read where nothing is. */
export const NOTHING = 'null'

/** What a page at this address would be made of. */
export async function readAddress(url: string): Promise<string> {
  const [kind = '', name = ''] = url.slice(1).split('/')
  const read = READERS[kind]
  if (read === undefined) throw new Error(`nothing reads ${url}`)
  return JSON.stringify(await read(decodeURIComponent(name), url))
}

const READERS: Record<string, (name: string, url: string) => Promise<unknown>> = {
  '': async () => [await home(1), await getPinnedPost(), await listLivePages(), await hasLiveSeries()],
  page: (name) => home(Number(name)),
  posts: (_name, url) => article(url),
  about: (_name, url) => article(url),
  tags: async (slug) => (slug === '' ? listLiveTags() : listUnder(await getLiveTag(slug), { tag: slug })),
  series: async (name) => (name === '' ? listLiveSeries() : getLiveSeries(name)),
  authors: async (slug) => (slug === '' ? listAuthors() : listUnder(await getAuthor(slug), { author: slug })),
  archive: async () => [await countArchive('UTC'), await listArchive()],
  'archive-of': () => listArchive({ year: new Date().getUTCFullYear(), zone: 'UTC' }),
  sitemap: () => listSitemap({ part: 1, size: 1_000 }),
  settings: () => getSettings(),
  feed: () => feedOf('everything', ''),
  'feed-of-tag': (slug) => feedOf('tag', slug),
  'feed-of-series': (slug) => feedOf('series', slug),
  'feed-of-author': (slug) => feedOf('author', slug),
}

const home = (page: number) => listLivePosts({}, { page, perPage: PER_PAGE })

async function listUnder(heading: unknown, scope: ListScope) {
  return heading && [heading, await listLivePosts(scope, { page: 1, perPage: PER_PAGE })]
}

/** Without the moment of the site's last change, which may be older in a feed that this change did not touch. */
async function feedOf(of: FeedOf, slug: string) {
  const feed = await getFeed(of, { slug, file: 'feed.xml' })
  return feed && { ...feed, changed: null }
}

async function article(path: string) {
  const post = await getLivePost(path)
  return post && [post, await getNeighbours(post), await listSeriesOfPost(post.id)]
}
