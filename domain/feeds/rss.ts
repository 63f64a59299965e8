import { type Feed, type FeedItem, lastUpdate, plainUri } from '@/domain/feeds/feed'
import { cdata, element, emptyElement, plainElement } from '@/domain/feeds/xml'

/** RSS 2.0, as https://www.rssboard.org/rss-specification and the content, Dublin Core and Atom modules ask. */
export function renderRss(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0" ${NAMESPACES}>`,
    '<channel>',
    plainElement('title', feed.title),
    element('link', plainUri(feed.page)),
    plainElement('description', feed.description || feed.title),
    element('language', feed.language.toLowerCase()),
    element('lastBuildDate', lastUpdate(feed).toUTCString()),
    element('generator', 'Octavo'),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    emptyElement('atom:link', { href: plainUri(feed.self), rel: 'self', type: 'application/rss+xml' }),
    feed.hub === null ? '' : emptyElement('atom:link', { href: plainUri(feed.hub), rel: 'hub' }),
    ...feed.items.map(renderItem),
    '</channel>',
    '</rss>\n',
  ]
    .filter(Boolean)
    .join('\n')
}

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

function renderItem(item: FeedItem): string {
  const { enclosure } = item
  return [
    '<item>',
    plainElement('title', item.title),
    element('link', plainUri(item.url)),
    element('guid', item.id, { isPermaLink: 'false' }),
    element('pubDate', item.published.toUTCString()),
    ...item.authors.map((name) => plainElement('dc:creator', name)),
    ...item.tags.map((tag) => plainElement('category', tag)),
    // Readers that know no `content:encoded` need a description, and the validator wants it first.
    plainElement('description', item.summary || item.title),
    item.html === null ? '' : `<content:encoded>${cdata(item.html)}</content:encoded>`,
    enclosure === null
      ? ''
      : emptyElement('enclosure', {
          url: plainUri(enclosure.url),
          // RSS has no word for an unknown length but 0.
          length: String(enclosure.bytes ?? 0),
          type: enclosure.type,
        }),
    '</item>',
  ]
    .filter(Boolean)
    .join('\n')
}
