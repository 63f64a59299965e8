import { type Feed, type FeedItem, lastChange } from '@/domain/feeds/feed'
import { cdata, element, emptyElement } from '@/domain/feeds/xml'

/** RSS 2.0 with whole content, as https://www.rssboard.org/rss-specification and the content and Atom modules ask. */
export function renderRss(feed: Feed): string {
  const changed = lastChange(feed)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0" ${NAMESPACES}>`,
    '<channel>',
    element('title', feed.title),
    element('link', feed.page),
    element('description', feed.description || feed.title),
    element('language', feed.language),
    changed === null ? '' : element('lastBuildDate', changed.toUTCString()),
    element('generator', 'Octavo'),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    emptyElement('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
    ...feed.items.map(renderItem),
    '</channel>',
    '</rss>',
    '',
  ]
    .filter((line, at, lines) => line !== '' || at === lines.length - 1)
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
    element('title', item.title),
    element('link', item.url),
    element('guid', item.id, { isPermaLink: 'false' }),
    element('pubDate', item.published.toUTCString()),
    ...item.authors.map((name) => element('dc:creator', name)),
    ...item.tags.map((tag) => element('category', tag)),
    item.summary === '' ? '' : element('description', item.summary),
    `<content:encoded>${cdata(item.html)}</content:encoded>`,
    enclosure === null
      ? ''
      : emptyElement('enclosure', {
          url: enclosure.url,
          length: String(enclosure.bytes),
          type: enclosure.type,
        }),
    '</item>',
  ]
    .filter(Boolean)
    .join('\n')
}
