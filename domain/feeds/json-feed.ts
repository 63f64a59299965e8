import type { Feed, FeedItem } from '@/domain/feeds/feed'

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
export function renderJsonFeed(feed: Feed): string {
  const { title, description, language, page, self, items } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(description === '' ? {} : { description }),
    language,
    home_page_url: page,
    feed_url: self,
    items: items.map(toJson),
  })
}

function toJson({
  id,
  url,
  title,
  summary,
  html,
  published,
  updated,
  authors,
  tags,
  image,
  enclosure,
}: FeedItem) {
  return {
    id,
    url,
    title,
    content_html: html.toWellFormed(),
    ...(summary === '' ? {} : { summary }),
    date_published: published.toISOString(),
    date_modified: updated.toISOString(),
    ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(image === null ? {} : { image }),
    ...(enclosure === null
      ? {}
      : { attachments: [{ url: enclosure.url, mime_type: enclosure.type, size_in_bytes: enclosure.bytes }] }),
  }
}
