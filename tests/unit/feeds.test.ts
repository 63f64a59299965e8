import { expect, test } from 'vitest'
import { renderAtom } from '@/domain/feeds/atom'
import type { Feed } from '@/domain/feeds/feed'
import { renderJsonFeed } from '@/domain/feeds/json-feed'
import { renderRss } from '@/domain/feeds/rss'

function feedWith(part: Partial<Feed['items'][number]> = {}): Feed {
  const item = {
    id: 'urn:uuid:0198c0de-0000-7000-8000-000000000000',
    url: 'https://blog.example/posts/one',
    title: 'One & <two>',
    summary: 'A "summary"',
    html: '<p>Whole <b>text</b></p>',
    published: new Date('2026-01-02T03:04:05Z'),
    updated: new Date('2026-02-03T04:05:06Z'),
    authors: ['Ada'],
    tags: ['c++', 'a & b'],
    image: null,
    enclosure: { url: 'https://blog.example/a.mp3', type: 'audio/mpeg', bytes: 1234 },
    ...part,
  }
  return {
    title: 'Blog',
    description: 'About things',
    language: 'en',
    page: 'https://blog.example/',
    self: 'https://blog.example/feed.xml',
    items: [item],
  }
}

test('RSS carries identity, dates, the whole text and the enclosure with its true length', () => {
  const rss = renderRss(feedWith())
  expect(rss).toContain('<guid isPermaLink="false">urn:uuid:0198c0de-0000-7000-8000-000000000000</guid>')
  expect(rss).toContain('<pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate>')
  expect(rss).toContain('<lastBuildDate>Tue, 03 Feb 2026 04:05:06 GMT</lastBuildDate>')
  expect(rss).toContain('<content:encoded><![CDATA[<p>Whole <b>text</b></p>]]></content:encoded>')
  expect(rss).toContain('<enclosure url="https://blog.example/a.mp3" length="1234" type="audio/mpeg"/>')
  expect(rss).toContain('<title>One &#38; &#60;two&#62;</title>')
})

test('a text that says ]]> cannot end its section', () => {
  const rss = renderRss(feedWith({ html: '<pre>a]]>b</pre>' }))
  expect(rss).toContain('<![CDATA[<pre>a]]]]><![CDATA[>b</pre>]]>')
})

test('what XML cannot carry is left out', () => {
  const awkward = `tab\tbell\u0007nul\u0000lone\ud800ffff\uffff`
  for (const text of [renderRss(feedWith({ title: awkward })), renderAtom(feedWith({ html: awkward }))]) {
    expect(text).toContain('tab\tbellnullone\ufffdffff')
  }
})

test('Atom moves `updated` with the post and keeps `published`', () => {
  const atom = renderAtom(feedWith())
  expect(atom).toContain('<published>2026-01-02T03:04:05.000Z</published>')
  expect(atom).toContain('<updated>2026-02-03T04:05:06.000Z</updated>')
})

test('JSON Feed names the same item', () => {
  const feed: unknown = JSON.parse(renderJsonFeed(feedWith()))
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: 'urn:uuid:0198c0de-0000-7000-8000-000000000000', attachments: [{ size_in_bytes: 1234 }] }],
  })
})

test('a feed without posts is still a feed', () => {
  const empty = { ...feedWith(), items: [] }
  expect(renderRss(empty)).not.toContain('lastBuildDate')
  expect(renderAtom(empty)).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})
