import { type Feed, type FeedItem, lastChange } from '@/domain/feeds/feed'
import { cdata, element, emptyElement } from '@/domain/feeds/xml'

/** Atom 1.0 (RFC 4287) with whole content. */
export function renderAtom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    element('title', feed.title),
    feed.description === '' ? '' : element('subtitle', feed.description),
    element('id', feed.self),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
    element('updated', (lastChange(feed) ?? new Date(0)).toISOString()),
    element('generator', 'Octavo'),
    // An entry without an author needs one from its feed.
    `<author>${element('name', feed.title)}</author>`,
    ...feed.items.map(renderEntry),
    '</feed>\n',
  ]
    .filter(Boolean)
    .join('\n')
}

function renderEntry(item: FeedItem): string {
  const { enclosure } = item
  return [
    '<entry>',
    element('title', item.title),
    element('id', item.id),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    element('published', item.published.toISOString()),
    element('updated', item.updated.toISOString()),
    ...item.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...item.tags.map((term) => emptyElement('category', { term })),
    item.summary === '' ? '' : element('summary', item.summary),
    `<content type="html">${cdata(item.html)}</content>`,
    enclosure === null
      ? ''
      : emptyElement('link', {
          rel: 'enclosure',
          href: enclosure.url,
          length: String(enclosure.bytes),
          type: enclosure.type,
        }),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}
