import { expect, test } from 'vitest'
import { renderAtom } from '@/domain/feeds/atom'
import type { Feed, FeedItem } from '@/domain/feeds/feed'
import { renderJsonFeed } from '@/domain/feeds/json-feed'
import { renderRss } from '@/domain/feeds/rss'
import { absoluteHtml } from '@/domain/markdown/absolute'
import { renderMarkdown } from '@/domain/markdown/render'
import { problemsOfAtom, problemsOfRss } from '@/tests/support/feed-rules'
import { feedOf, feedWith } from '@/tests/support/feeds'

const URL_OF_POST = 'https://blog.example/posts/0'
const fromMarkdown = (markdown: string) => absoluteHtml(renderMarkdown(markdown).html, URL_OF_POST)

function problemsOf(feed: Feed): string[] {
  JSON.parse(renderJsonFeed(feed))
  return [...problemsOfRss(renderRss(feed)), ...problemsOfAtom(renderAtom(feed))]
}

const TEXTS: Record<string, string> = {
  emoji: 'A family 👨‍👩‍👧‍👦 and a flag 🏳️‍🌈, and half of one: \ud83c',
  'right to left': 'مرحبا بالعالم — \u200fשלום\u200e, <bdo dir="rtl">abc</bdo>',
  'the end of a section': 'a ]]> b\n\n```\n]]>]]>\n```',
  'control characters': 'bell \u0007, next line \u0085, delete \u007f, none \uffff, broken \ufffd, \u0000',
  'relative links':
    '[a](b) [c](/d) [e](#f) [g](//h.example) ![i](j.png)\n\n<a href="?k">l</a> <blockquote cite="m">n</blockquote>',
  'pictures of several widths':
    '<picture><source srcset="/a.webp 1x,b.webp 2x"><img src="/a.png" alt="A"></picture>',
  'sound and film': '<audio controls src="/a.mp3"></audio> <video src="b.mp4" poster="c.jpg" muted></video>\n\n[<video src="d.mp4"></video>](/e)',
  formulas: '$$\nE = mc^2 < \\frac{1}{2}\n$$\n\nand $$a^2$$ in a line',
  code: '```js\nconst a = "<b>&amp;</b>"\n```\n\nand `<script>`',
  footnotes: 'One[^1], two[^2], one again[^1].\n\n[^1]: First.\n[^2]: Second, with `code`.',
  tables: '| a | b |\n|---|:-:|\n| 1 | <br>2 |\n',
  tasks: '- [x] done\n- [ ] not yet',
  callouts: '> [!WARNING]\n> Mind the gap.',
  headings: '# One\n\n## Two\n\n<details><summary><h3>Three</h3></summary>Four</details>',
  'bad markup': '<b><i>a</b></i> <p><div>c</div></p> <table><b>d</table> <a href="x"><a href="y">z</a></a> <ruby>漢<rt>kan</ruby>',
  'signs of HTML': '&nbsp;&copy;&lt;b&gt; AT&T; &notanentity; &#128; &#0;',
  'three hundred kilobytes': 'A sentence with **some** [links](/a) in it, again and again. '.repeat(5_000),
} // prettier-ignore

test.each(Object.keys(TEXTS))('feeds of a post with %s have no error and no warning', (name) => {
  const html = fromMarkdown(TEXTS[name] ?? '')
  expect(problemsOf(feedWith({ html }))).toEqual([])
})

const ITEMS: Record<string, Partial<FeedItem>> = {
  'markup in its title': { title: 'Why </b> and &amp; and <script>alert(1)</script> stand in Vec<T> & co.' },
  'emoji and control characters in its title': { title: '🎉 \u0007\u0085\ud800 التقويم' },
  'no summary, tags, authors or sound': { summary: '', tags: [], authors: [], enclosure: null },
  'no text': { html: '', summary: '' },
  'markup in its summary and names': {
    summary: '</p> & <b>bold</b>',
    tags: ['</i>', 'C & C'],
    authors: ['A </b> B'],
  },
  'a thousand tags': { tags: Array.from({ length: 1_000 }, (_, at) => `tag ${at}`) },
  'a foreign sound of unknown length': {
    enclosure: { url: 'https://far.example/a b[1]|é.mp3?x=1&y={2}', type: 'audio/mpeg', bytes: null },
  },
  'an imported identity': { id: 'post 1234 <old>' },
  'an address in another script': { url: 'https://blog.example/posts/%D9%85%D8%B1%D8%AD%D8%A8%D8%A7' },
  'a language of its own': { language: 'ar' },
  'a summary alone': { html: null },
}

test.each(Object.keys(ITEMS))('feeds of a post with %s have no error and no warning', (name) => {
  expect(problemsOf(feedWith(ITEMS[name]))).toEqual([])
})

test('feeds without posts, and with many of one day, have no error and no warning', () => {
  const day = { published: new Date('2020-01-01'), updated: new Date('2020-01-01') }
  expect(problemsOf(feedOf([]))).toEqual([])
  expect(problemsOf(feedOf([day, day, day]))).toEqual([])
})

test.each([
  ['<img src="/a.png" alt="">', 'ContainsRelRef: /a.png'],
  ['<audio controls="" src="https://a.example/b.mp3"></audio>', 'SecurityRisk: <audio>'],
  ['<p role="note">a</p>', 'SecurityRiskAttr: p role'],
  ['<p>a</b></p>', 'NotHtml: '],
])('the rules see what is wrong with %s', (html, problem) => {
  expect(problemsOf(feedWith({ html })).join('\n')).toContain(problem)
})
