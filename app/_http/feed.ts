import { z } from 'zod'
import { renderAtom } from '@/domain/feeds/atom'
import { renderJsonFeed } from '@/domain/feeds/json-feed'
import { type FeedOf, getFeed } from '@/domain/feeds/queries'
import { renderRss } from '@/domain/feeds/rss'
import { readSegment } from '@/lib/path-segment'

const fileName = z.enum(['feed.xml', 'atom.xml', 'feed.json'])
const FORMATS = {
  'feed.xml': { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  'atom.xml': { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  'feed.json': { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
}

/** Answers with a feed in the format that its file name says; 404 for another name and for what has no live post. */
export async function answerFeed(name: string, of: FeedOf, rawSlug = ''): Promise<Response> {
  const file = fileName.safeParse(name)
  const slug = rawSlug === '' ? '' : readSegment(rawSlug)
  const feed = file.success && slug !== null ? await getFeed(of, { file: file.data, slug }) : null
  if (!file.success || feed === null) return new Response('Not found.\n', { status: 404 })
  const { type, render } = FORMATS[file.data]
  const headers = { 'content-type': type, 'last-modified': feed.changed.toUTCString() }
  return new Response(render(feed), { headers })
}
