import { createHash } from 'node:crypto'
import { type Feed, type FeedItem, lastUpdate, plainUri } from '@/domain/feeds/feed'
import { cdata, element, emptyElement, plainElement } from '@/domain/feeds/xml'

/** Atom 1.0 (RFC 4287). */
export function renderAtom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    plainElement('title', feed.title),
    feed.description === '' ? '' : plainElement('subtitle', feed.description),
    element('id', plainUri(feed.self)),
    emptyElement('link', { rel: 'self', type: 'application/atom+xml', href: plainUri(feed.self) }),
    feed.hub === null ? '' : emptyElement('link', { rel: 'hub', href: plainUri(feed.hub) }),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: plainUri(feed.page) }),
    element('updated', lastUpdate(feed).toISOString()),
    element('generator', 'Octavo'),
    // An entry without an author needs one from its feed.
    `<author>${plainElement('name', feed.title)}</author>`,
    ...feed.items.map(renderEntry),
    '</feed>\n',
  ]
    .filter(Boolean)
    .join('\n')
}

function renderEntry(item: FeedItem): string {
  const { enclosure } = item
  const hasText = (item.html ?? '') !== ''
  return [
    item.language === null ? '<entry>' : `<entry xml:lang="${item.language}">`,
    plainElement('title', item.title),
    element('id', lastingUri(item.id)),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: plainUri(item.url) }),
    element('published', item.published.toISOString()),
    element('updated', ownMoment(item).toISOString()),
    ...item.authors.map((name) => `<author>${plainElement('name', name)}</author>`),
    ...item.tags.map((term) => emptyElement('category', { term })),
    item.summary === '' && hasText ? '' : plainElement('summary', item.summary || item.title),
    hasText ? `<content type="html">${cdata(item.html ?? '')}</content>` : '',
    enclosure === null
      ? ''
      : emptyElement('link', {
          rel: 'enclosure',
          href: plainUri(enclosure.url),
          ...(enclosure.bytes === null ? {} : { length: String(enclosure.bytes) }),
          type: enclosure.type,
        }),
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** Atom wants a URI where RSS takes any text: an imported `1234` becomes a UUID made of it, always the same. */
function lastingUri(id: string): string {
  if (/^[a-z][a-z0-9+.-]*:[\w;/?:@&=+$.\-!~*'()%,#]+$/i.test(id)) return id
  const hash = createHash('sha256').update(id).digest('hex')
  // Version 8 of RFC 9562: what the other bits say is ours to choose.
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** Entries must not share a moment, and dates of imported posts are often whole days: thousandths that the identity gives tell them apart. */
function ownMoment({ id, updated }: FeedItem): Date {
  if (updated.getUTCMilliseconds() > 0) return updated
  return new Date(updated.getTime() + (createHash('sha256').update(id).digest().readUInt16BE() % 1_000))
}
