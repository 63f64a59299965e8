/** A feed before it takes a format. Addresses are absolute, HTML has absolute addresses too. */
export type Feed = {
  title: string
  description: string
  /** BCP 47. */
  language: string
  /** The page that shows the same posts. */
  page: string
  /** Where this feed itself lives, and its identity. */
  self: string
  /** The WebSub hub that is told when this feed changes; null when none is. */
  hub: string | null
  /** When anything that feeds show last changed: a post that came, changed or went, or the settings. */
  changed: Date
  items: FeedItem[]
}

export type FeedItem = {
  /** For life: survives a change of slug, title or domain. */
  id: string
  url: string
  title: string
  summary: string
  /** The whole text, or null where feeds carry summaries. */
  html: string | null
  published: Date
  updated: Date
  /** BCP 47, where it is not the feed's. */
  language: string | null
  authors: string[]
  tags: string[]
  image: string | null
  /** `bytes` is null when nobody knows the length. */
  enclosure: { url: string; type: string; bytes: number | null } | null
}

/** When the newest item was last really updated. From the data, so that the same posts give the same bytes. */
export function lastUpdate({ items, changed }: Pick<Feed, 'items' | 'changed'>): Date {
  const times = items.map(({ updated }) => updated.getTime())
  return times.length === 0 ? changed : new Date(Math.max(...times))
}

/** An address as RFC 3986 wants it: what may not stand in one is percent-encoded. */
export function plainUri(url: string): string {
  const host = /^https?:\/\/\[[\da-f:.]+\]/i.exec(url)?.[0] ?? ''
  const rest = url.slice(host.length).toWellFormed()
  return host + rest.replace(/[^0-9a-z;/?:@&=+$.\-_!~*'()%,#]+/gi, encodeURIComponent)
}
