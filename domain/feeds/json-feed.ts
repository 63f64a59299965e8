import type { Feed, FeedItem } from '@/domain/feeds/feed'

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
export function renderJsonFeed(feed: Feed): string {
  const { title, description, language, page, self, hub, items } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(description === '' ? {} : { description }),
    language,
    home_page_url: page,
    feed_url: self,
    ...(hub === null ? {} : { hubs: [{ type: 'WebSub', url: hub }] }),
    items: items.map(toJson),
  })
}

function toJson(item: FeedItem) {
  const { id, url, title, summary, html, published, updated, language, authors, tags, image, enclosure } =
    item
  return {
    id,
    url,
    title: title.toWellFormed(),
    // An item must have content, if only its title.
    ...(html === null
      ? { content_text: (summary || title).toWellFormed() }
      : { content_html: html.toWellFormed() }),
    ...(summary === '' ? {} : { summary: summary.toWellFormed() }),
    date_published: published.toISOString(),
    date_modified: updated.toISOString(),
    ...(language === null ? {} : { language }),
    ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(image === null ? {} : { image }),
    ...(enclosure === null ? {} : { attachments: [attachmentOf(enclosure)] }),
  }
}

function attachmentOf({ url, type, bytes }: NonNullable<FeedItem['enclosure']>) {
  return { url, mime_type: type, ...(bytes === null ? {} : { size_in_bytes: bytes }) }
}
