import type { Feed, FeedItem } from '@/domain/feeds/feed'

/** A feed with one item, of which a test says what matters to it. */
export function feedWith(part: Partial<FeedItem> = {}): Feed {
  return feedOf([part])
}

export function feedOf(parts: Partial<FeedItem>[]): Feed {
  return {
    title: 'Blog',
    description: 'About things',
    language: 'en',
    page: 'https://blog.example/',
    self: 'https://blog.example/feed.xml',
    hub: null,
    changed: new Date('2026-03-04T05:06:07Z'),
    items: parts.map((part, at) => ({
      id: `urn:uuid:0198c0de-0000-7000-8000-${String(at).padStart(12, '0')}`,
      url: `https://blog.example/posts/${at}`,
      title: 'One & <two>',
      summary: 'A "summary"',
      html: '<p>Whole <b>text</b></p>',
      published: new Date('2026-01-02T03:04:05Z'),
      updated: new Date('2026-02-03T04:05:06Z'),
      language: null,
      authors: ['Ada'],
      tags: ['c++', 'a & b'],
      image: null,
      enclosure: { url: 'https://blog.example/a.mp3', type: 'audio/mpeg', bytes: 1234 },
      ...part,
    })),
  }
}
