import { renderAtom } from '@/domain/feeds/atom'
import type { Feed } from '@/domain/feeds/feed'
import { renderJsonFeed } from '@/domain/feeds/json-feed'
import { type FeedOf, getFeed } from '@/domain/feeds/queries'
import { renderRss } from '@/domain/feeds/rss'

const FORMATS = {
  'feed.xml': { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  'atom.xml': { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  'feed.json': { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
} as const satisfies Record<string, { type: string; render: (feed: Feed) => string }>

/** Answers with a feed in the format that its file name says, or 404. */
export async function answerFeed(file: keyof typeof FORMATS, of: FeedOf, slug?: string): Promise<Response> {
  const feed = await getFeed(of, { file, ...(slug === undefined ? {} : { slug }) })
  if (feed === null) return new Response('Not found.\n', { status: 404 })
  const { type, render } = FORMATS[file]
  return new Response(render(feed), { headers: { 'content-type': type } })
}
