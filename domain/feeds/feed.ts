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
  items: FeedItem[]
}

export type FeedItem = {
  /** For life: survives a change of slug, title or domain. */
  id: string
  url: string
  title: string
  summary: string
  html: string
  published: Date
  updated: Date
  authors: string[]
  tags: string[]
  image: string | null
  enclosure: { url: string; type: string; bytes: number } | null
}

/** When the feed last changed for readers: the newest moment among its items. From the data, so that the same posts give the same bytes. */
export function lastChange(feed: Pick<Feed, 'items'>): Date | null {
  const times = feed.items.map(({ updated }) => updated.getTime())
  return times.length === 0 ? null : new Date(Math.max(...times))
}
