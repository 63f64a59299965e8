import { expect, test } from 'vitest'
import { renderAtom } from '@/domain/feeds/atom'
import { renderJsonFeed } from '@/domain/feeds/json-feed'
import { renderRss } from '@/domain/feeds/rss'
import { feedOf, feedWith } from '@/tests/support/feeds'
import { parseXml } from '@/tests/support/xml'

test('RSS carries identity, dates, the whole text and the enclosure with its true length', () => {
  const rss = renderRss(feedWith())
  expect(rss).toContain('<guid isPermaLink="false">urn:uuid:0198c0de-0000-7000-8000-000000000000</guid>')
  expect(rss).toContain('<pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate>')
  expect(rss).toContain('<lastBuildDate>Tue, 03 Feb 2026 04:05:06 GMT</lastBuildDate>')
  expect(rss).toContain('<content:encoded><![CDATA[<p>Whole <b>text</b></p>]]></content:encoded>')
  expect(rss).toContain('<enclosure url="https://blog.example/a.mp3" length="1234" type="audio/mpeg"/>')
  expect(rss).toContain('<title>One &#x26; &#x3C;two&#x3E;</title>')
})

test('who subscribes learns of the hub, where there is one', () => {
  const feed = { ...feedWith(), hub: 'https://hub.example/?a=1&b=2' }
  expect(renderAtom(feed)).toContain('<link rel="hub" href="https://hub.example/?a=1&#x26;b=2"/>')
  expect(renderRss(feed)).toContain('<atom:link href="https://hub.example/?a=1&#x26;b=2" rel="hub"/>')
  expect(JSON.parse(renderJsonFeed(feed))).toMatchObject({
    hubs: [{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' }],
  })
  for (const text of [renderAtom(feed), renderRss(feed)]) expect(parseXml(text)).not.toBe(null)
  for (const text of [renderAtom(feedWith()), renderRss(feedWith()), renderJsonFeed(feedWith())])
    expect(text).not.toContain('hub')
})

test('a text that says ]]> cannot end its section', () => {
  const rss = renderRss(feedWith({ html: '<pre>a]]>b</pre>' }))
  expect(rss).toContain('<![CDATA[<pre>a]]]]><![CDATA[>b</pre>]]>')
})

test('what XML cannot carry is left out', () => {
  const awkward = `tab\tbell\u0007nul\u0000lone\ud800ffff\uffff`
  for (const text of [renderRss(feedWith({ title: awkward })), renderAtom(feedWith({ html: awkward }))]) {
    expect(text).toContain('tab\tbellnulloneffff')
  }
})

test('Atom moves `updated` with the post and keeps `published`', () => {
  const atom = renderAtom(feedWith({ updated: new Date('2026-02-03T04:05:06.700Z') }))
  expect(atom).toContain('<published>2026-01-02T03:04:05.000Z</published>')
  expect(atom).toContain('<updated>2026-02-03T04:05:06.700Z</updated>')
})

test('posts of one moment are told apart in Atom, each always in the same way', () => {
  const updated = new Date('2020-01-01T00:00:00Z')
  const momentsOf = (atom: string) => [...atom.matchAll(/<updated>(2020.*?)<\/updated>/g)].map(([, at]) => at)
  const both = momentsOf(
    renderAtom(feedOf([{ updated }, { updated }])).replace(/<author>[\s\S]*?<entry>/, ''),
  )
  const alone = momentsOf(renderAtom(feedOf([{ updated }])).replace(/<author>[\s\S]*?<entry>/, ''))
  expect(both.slice(-2)[0]).not.toBe(both.slice(-2)[1])
  expect(both).toContain(alone.at(-1))
  for (const moment of both) expect(moment).toMatch(/^2020-01-01T00:00:00/)
})

test('an identity that is no address becomes one in Atom, the same every time', () => {
  const idOf = (id: string) =>
    parseXml(renderAtom(feedWith({ id })))
      .children.find(({ name }) => name === 'entry')
      ?.children.find(({ name }) => name === 'id')?.text
  expect(idOf('https://old.example/?p=12')).toBe('https://old.example/?p=12')
  expect(idOf('1234 from before')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  expect(idOf('1234 from before')).toBe(idOf('1234 from before'))
})

test('JSON Feed names the same item', () => {
  const feed: unknown = JSON.parse(renderJsonFeed(feedWith()))
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: 'urn:uuid:0198c0de-0000-7000-8000-000000000000', attachments: [{ size_in_bytes: 1234 }] }],
  })
})

test('a feed of summaries carries no text, and still something to read', () => {
  const feed = feedWith({ html: null })
  expect(renderRss(feed)).not.toContain('content:encoded')
  expect(renderRss(feed)).toContain('<description>A &#x22;summary&#x22;</description>')
  expect(renderAtom(feed)).not.toContain('<content')
  expect(JSON.parse(renderJsonFeed(feed))).toMatchObject({ items: [{ content_text: 'A "summary"' }] })
})

test('a length that nobody knows is 0 in RSS and left out elsewhere', () => {
  const feed = feedWith({ enclosure: { url: 'https://far.example/a.mp3', type: 'audio/mpeg', bytes: null } })
  expect(renderRss(feed)).toContain('length="0"')
  expect(renderAtom(feed)).not.toContain('length=')
  expect(renderJsonFeed(feed)).not.toContain('size_in_bytes')
})

test('a feed without posts is still a feed, dated by its last change', () => {
  expect(renderRss(feedOf([]))).toContain('<lastBuildDate>Wed, 04 Mar 2026 05:06:07 GMT</lastBuildDate>')
  expect(renderAtom(feedOf([]))).toContain('<updated>2026-03-04T05:06:07.000Z</updated>')
})
