import { describe, expect, test } from 'vitest'
import { findInFeed } from '@/domain/findings/feed-findings'
import { findInFields } from '@/domain/findings/field-findings'
import { type Finding, inOrder, placeInWords } from '@/domain/findings/finding'
import { findInFileField, findInLinks, findInMedia, type Known } from '@/domain/findings/link-findings'
import { findInPictures } from '@/domain/findings/picture-findings'
import type { TargetState } from '@/domain/links/target'
import { absoluteHtml } from '@/domain/markdown/absolute'
import { noticeNothing } from '@/domain/markdown/notice'
import { renderMarkdown } from '@/domain/markdown/render'

const page = { path: '/posts/here', origin: 'https://blog.example' }
const from = new Date('2026-11-27T08:00:00Z')
const states = new Map<string, TargetState>([
  ['/posts/there', { is: 'there' }],
  ['/posts/nothing', { is: 'unknown' }],
  ['/posts/gone', { is: 'gone' }],
  ['/posts/draft', { is: 'draft', title: 'Half a thought' }],
  ['/posts/trashed', { is: 'trashed', title: 'Crumpled' }],
  ['/posts/later', { is: 'later', title: 'Friday', from }],
  ['/admin/posts', { is: 'desk' }],
  ['/media/there.webp', { is: 'there' }],
  ['/media/lost.webp', { is: 'unknown' }],
  ['/posts/gr%C3%B6%C3%9Fe', { is: 'unknown' }],
])
const known: Known = { page, states, zone: 'Europe/Berlin' }

const short = ({ sentence, place }: Finding) => `${placeInWords(place)}: ${sentence}`
const inLinks = (body: string) => findInLinks(renderMarkdown(body).noticed, known)
const inPictures = (body: string) => findInPictures(renderMarkdown(body).noticed)
const inMedia = (body: string) => findInMedia(renderMarkdown(body).noticed, known)

describe('links', () => {
  test.each([
    [
      'a post that is there',
      '[a](/posts/there), [b](/posts/there/?x=1#y), [c](https://blog.example/posts/there)',
    ],
    [
      'another host',
      '[a](https://example.org/x), [b](mailto:a@example.org), [c](tel:+49), <https://example.org>',
    ],
    ['a footnote and its way back', 'Text[^1].\n\n[^1]: Note.'],
    ['a heading of the page', '## Ünï cöde\n\n[a](#ünï-cöde), [b](#), [c](/posts/here#ünï-cöde), [d](#top)'],
    ['an anchor of one’s own', '<a name="mine"></a>\n\n[a](#mine)'],
    ['brackets that are no link', 'a[0][1], [1], [x], `[text](not a link)`, [ ] todo'],
  ])('%s is well', (_name, body) => {
    expect(inLinks(body).map(short)).toEqual([])
  })

  test.each([
    ['[a](/posts/nothing)', 'Line 1: The link “a” leads to /posts/nothing, and there is nothing'],
    ['x\n\n> y\n> [a](/posts/gone)', 'Line 4: The link “a” leads to /posts/gone, which has left the site'],
    [
      '- x\n- [the draft](/posts/draft)',
      'Line 2: The link “the draft” leads to “Half a thought”, which is a draft',
    ],
    ['[a](/posts/trashed)', 'Line 1: The link “a” leads to “Crumpled”, which is in the trash'],
    ['[a](/posts/later)', 'Line 1: The link “a” leads to “Friday”, which is not there yet'],
    [
      '[a](https://blog.example/posts/draft)',
      'Line 1: The link “a” leads to “Half a thought”, which is a draft',
    ],
    [
      '[a](http://blog.example/posts/gone)',
      'Line 1: The link “a” leads to /posts/gone, which has left the site',
    ],
    ['[a](/posts/größe)', 'Line 1: The link “a” leads to /posts/größe, and there is nothing'],
    ['[a](/admin/posts)', 'Line 1: The link “a” leads to the desk'],
    ['[a](there)', 'Line 1: The address there is relative'],
    ['[a](../posts/nothing)', 'Line 1: The link “a” leads to /posts/nothing, and there is nothing'],
    ['[a]()', 'Line 1: The link “a” leads nowhere: it has no address'],
    ['[a](http:/example.org)', 'Line 1: The link “a” leads nowhere: // is missing'],
    ['[a](https://)', 'Line 1: The link “a” leads nowhere: this is no address'],
    ['[a](https:///example.org)', 'Line 1: The link “a” leads nowhere: this is no address'],
    ['[a](www.example.org)', 'Line 1: The link “a” leads nowhere: https:// is missing'],
    ['[a](example.org/x)', 'Line 1: The link “a” leads nowhere: https:// is missing'],
    ['[a](me@example.org)', 'Line 1: The link “a” leads nowhere: mailto: is missing'],
    ['[a](javascript:alert)', 'Line 1: The link “a” leads nowhere: readers cannot follow such an address'],
    ['[a](file:///C:/a.txt)', 'Line 1: The link “a” leads nowhere: readers cannot follow such an address'],
    [
      '[a](http://localhost:3000/x)',
      'Line 1: The link “a” leads nowhere: only your own network knows this host',
    ],
    [
      '[a](http://192.168.1.7/x)',
      'Line 1: The link “a” leads nowhere: only your own network knows this host',
    ],
    ['[a](#nowhere)', 'Line 1: Nothing on this page is named #nowhere'],
    ['x\ny [my text](two words) z', 'Line 2: “[my text](two words)” looks like a link and is none'],
    ['[my text][nothing]', 'Line 1: “[my text][nothing]” looks like a link and is none'],
    [
      'x\n\n<p><b><a href="/posts/nothing">raw</a></b></p>',
      'Line 3: The link “raw” leads to /posts/nothing, and there is nothing',
    ],
  ])('%s is found', (body, finding) => {
    expect(inLinks(body).map(short)).toEqual([finding])
  })

  test('of a post that goes live later it says when', () => {
    expect(inLinks('[a](/posts/later)')[0]?.why).toContain('Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC)')
  })

  test('each of many is found in its line, and its key does not name the line', () => {
    const body = Array.from({ length: 40 }, () => '[a](/posts/nothing)').join('\n\n')
    const findings = inLinks(body)
    expect(findings.map(({ place }) => placeInWords(place))).toEqual(
      Array.from({ length: 40 }, (_, at) => `Line ${at * 2 + 1}`),
    )
    expect(new Set(findings.map(({ key }) => key)).size).toBe(1)
  })
})

describe('pictures and files', () => {
  test('a picture without words, or with the name of its file for words, is found', () => {
    expect(
      inPictures('![](/media/there.webp)\n\n![A press](/a.png)\n\n![IMG_2041.JPG](/b.png)').map(short),
    ).toEqual([
      'Line 1: The picture there.webp has no description',
      'Line 5: The description of a picture is the name of its file: “IMG_2041.JPG”',
    ])
    expect(inPictures('<figure><img src="/a.png"></figure>').map(short)).toEqual([
      'Line 1: The picture a.png has no description',
    ])
  })

  test('a file of ours that is not there is found, in the text and in a field', () => {
    expect(inMedia('![a](/media/there.webp) ![b](https://example.org/b.png)')).toEqual([])
    expect(
      inMedia('x\n\n![a](/media/lost.webp)\n\n<audio src="/media/lost.webp"></audio>').map(short),
    ).toEqual([
      'Line 3: There is no file at /media/lost.webp',
      'Line 5: There is no file at /media/lost.webp',
    ])
    expect(findInFileField('featuredImage', '/media/lost.webp', known).map(short)).toEqual([
      'Featured image: There is no file at /media/lost.webp',
    ])
    expect(findInFileField('audio', null, known)).toEqual([])
  })
})

const well = { title: 'A title', description: 'D', excerpt: 'E', featuredImage: null, imageAlt: null }

describe('fields', () => {
  test('what is well is not found', () => {
    expect(findInFields(well)).toEqual([])
    expect(findInFields({ ...well, title: '🎉'.repeat(60), featuredImage: '/a.png', imageAlt: 'A' })).toEqual(
      [],
    )
  })

  test('a missing description says what is shown instead', () => {
    expect(findInFields({ ...well, description: null, excerpt: 'How it begins.' })[0]).toMatchObject({
      sentence: 'There is no description',
      why: 'Lists, search engines and feeds show its beginning: “How it begins.”',
      place: { field: 'description' },
      stops: false,
    })
  })

  test('a title that is cut says where, and none stops', () => {
    const [finding] = findInFields({ ...well, title: 'Long '.repeat(20).trim() })
    expect(finding).toMatchObject({
      sentence: 'The title has 99 characters',
      place: { field: 'title' },
      stops: false,
    })
    expect(findInFields({ ...well, title: ' ' })[0]).toMatchObject({
      sentence: 'There is no title',
      stops: true,
    })
  })

  test('a featured image without words is found where they are written', () => {
    expect(findInFields({ ...well, featuredImage: '/a.png' }).map(short)).toEqual([
      'Description of the image: The featured image has no description',
    ])
  })
})

describe('feeds', () => {
  const inFeed = (body: string, audio: Parameters<typeof findInFeed>[0]['audio'] = null) => {
    const { html, noticed } = renderMarkdown(body)
    return findInFeed({ body, html: absoluteHtml(html, page.origin + page.path), noticed, audio })
  }

  test('a text with links, pictures, formulas and footnotes is well', () => {
    expect(
      inFeed('[a](/b) ![c](d.png) $$x^2$$ e[^1]\n\n[^1]: f', { address: '/media/a.mp3', bytes: 5 }),
    ).toEqual([])
  })

  test('what is left out is found where it stood', () => {
    const body =
      'x\n\n<script src="https://a.example/a.js"></script>\n\n<iframe src="https://www.youtube.com/embed/a"></iframe>\n\n<form><button>b</button></form>'
    expect(inFeed(body).map(short)).toEqual([
      'Line 3: <script> is left out',
      'Line 5: <iframe> is left out',
      'Line 7: <form> is left out',
      'Line 7: <button> is left out',
    ])
  })

  test('signs that feeds cannot carry are found in their line', () => {
    expect(inFeed('a\tb\nc\u0008d\n\ne\ufffdf').map(short)).toEqual([
      'Line 2: An invisible control character (U+0008) stands here',
      'Line 4: A sign was lost here: � stands for it',
    ])
  })

  test('an address that cannot be completed is found', () => {
    expect(inFeed('![a](//[)').map(short)).toEqual(['Line 1: The address //%5B stays incomplete in feeds'])
  })

  test('a huge text is found', () => {
    const ofSize = (bytes: number) =>
      findInFeed({ body: '', html: 'x'.repeat(bytes), noticed: noticeNothing(), audio: null }).map(short)
    expect(ofSize(500_000)).toEqual([])
    expect(ofSize(551_000)).toEqual(['Line 1: In feeds the text has 551 kB'])
  })

  test('audio of which nobody knows the length is found', () => {
    const [finding] = inFeed('x', { address: 'https://example.org/a.mp3', bytes: null })
    expect(finding).toMatchObject({ sentence: 'Nobody knows how long a.mp3 is', place: { field: 'audio' } })
  })
})

test('what stops is first, then the fields, then the text from its top', () => {
  const [description, title] = [
    ...findInFields({ ...well, description: null }),
    ...findInFields({ ...well, title: '' }),
  ]
  const links = inLinks('a\n\n[b](#c)\n\n[d](#e)')
  const all = [...links.toReversed(), description, title].filter((finding) => finding !== undefined)
  expect(inOrder(all)).toEqual([title, description, ...links])
})
