import { expect, test } from 'vitest'
import { readIncomingPost } from '@/domain/transfer/incoming-post'

type Options = { path?: string; files?: string[]; zone?: string }

function read(source: string, { path = 'posts/my-post.md', files = [], zone = 'UTC' }: Options = {}) {
  return readIncomingPost({ path, source, files: new Set([path, ...files]), zone })
}

const yaml = (block: string, body = '') => `---\n${block}\n---\n${body}`

test('the keys of a full article are all understood', () => {
  const post = read(
    yaml(
      [
        'title: "Five frameworks"',
        'subtitle: "A tour"',
        'description: "In detail."',
        'slug: five-frameworks',
        "tags: ['framework', ' web']",
        'date: 2024-03-22T12:37:34.192Z',
        'featured_image: "https://img.example/a.png"',
        'thumbnail: "https://img.example/b.png"',
        'comments: false',
        'draft: false',
        "series: ['']",
        'audio: ""',
      ].join('\n'),
      'Body',
    ),
  )
  expect(post).toEqual({
    path: 'posts/my-post.md',
    kind: 'post',
    title: 'Five frameworks',
    subtitle: 'A tour',
    description: 'In detail.',
    slug: 'five-frameworks',
    body: 'Body',
    tags: ['framework', 'web'],
    series: [],
    seriesPosition: null,
    seriesPositions: new Map(),
    authors: [],
    date: new Date('2024-03-22T12:37:34.192Z'),
    dateText: '2024-03-22T12:37:34.192Z',
    updated: null,
    expires: null,
    draft: false,
    comments: false,
    toc: null,
    math: null,
    pinned: false,
    noindex: false,
    zone: null,
    featuredImage: 'https://img.example/a.png',
    featuredImageAlt: null,
    thumbnail: 'https://img.example/b.png',
    audio: null,
    canonicalUrl: null,
    language: null,
    feedId: null,
    aliases: ['/posts/my-post'],
    extra: {},
    media: [],
    repairs: ['line 6: blanks around the tag “web” were removed', 'line 12: an empty series was left out'],
    warnings: [],
  })
})

test.each([
  ['blog/x/index.md', [], { slug: 'x', kind: 'post', aliases: ['/blog/x'] }],
  ['content/posts/x.md', [], { slug: 'x', aliases: [] }],
  ['content/posts/_index.md', [], { kind: 'section', aliases: [] }],
  ['posts/x.de.md', [], { slug: 'x', language: 'de', aliases: ['/de/posts/x'] }],
  ['posts/x/index.de.md', [], { slug: 'x', language: 'de' }],
  ['posts/socket.io.md', [], { slug: 'socket-io', language: null }],
  [
    'release/v22.2.0.md',
    [],
    { slug: 'v22-2-0', language: null, aliases: ['/release/v22.2.0', '/release/v22-2-0'] },
  ],
  [
    'de/posts/x.md',
    ['de/_index.md', 'en/_index.md'],
    { slug: 'x', language: 'de', aliases: ['/de/posts/x'] },
  ],
  ['it/posts/x.md', [], { slug: 'x', language: null }],
  ['content/about.md', ['hugo.toml'], { kind: 'page', slug: 'about', aliases: [] }],
  ['2024-03-22-a/index.md', [], { slug: 'a', date: new Date('2024-03-22') }],
  ['2024/03/22/a.md', [], { slug: 'a', date: new Date('2024-03-22') }],
] as const)('the path %s alone says enough', (path, files, expected) => {
  expect(read('# Title\n', { path, files: [...files] })).toMatchObject({ ...expected, title: 'Title' })
})

test('an index at the top is the home of a site, with a date it is a bundle', () => {
  expect(read(yaml('title: Blog'), { path: 'index.md' }).kind).toBe('section')
  expect(read(yaml('title: A trip\ndate: 2024-01-01'), { path: 'index.md' })).toMatchObject({
    kind: 'post',
    slug: 'a-trip',
  })
})

test.each([
  ['slug: 1.0-Timeline', '1.0-Timeline'],
  ['slug: My Post!', 'my-post'],
  ['slug: 1.10', '1.10'],
  ['slug: /2014/old-name/', 'old-name'],
  ['slug: "%E6%97%A5"', '日'],
  ['permalink: /blog/hello.html', 'hello'],
  ['permalink: /:year/:title/', 'my-post'],
  ['permalink: "/{{ title }}/"', 'my-post'],
  ['url: https://elsewhere.example/x', 'my-post'],
])('%s leads to the slug %s', (block, slug) => {
  expect(read(yaml(block)).slug).toBe(slug)
})

test('old addresses are absolute paths, once, without ours', () => {
  const block =
    'aliases: [old, /old/, "https://a.example/b/?x#y", /posts/my-post/, "/?p=1", /日本/, /%E6%97%A5%E6%9C%AC/]\nredirect_from: /c/index.html\npermalink: /d/e.html'
  const post = read(yaml(block))
  expect(post.aliases).toEqual(['/old', '/b', '/posts/my-post', '/日本', '/c', '/d/e.html'])
  expect(post.warnings).toEqual(['line 2: the old address “/?p=1” cannot be kept'])
})

test('tags in two spellings are one, and the first spelling stays', () => {
  const post = read(yaml('title: T\ntags: [Web, " web ", "", WEB, "Dev  Ops"]'))
  expect(post.tags).toEqual(['Web', 'Dev Ops'])
  expect(post.repairs).toEqual([
    'line 3: tag “web” is the same as “Web”',
    'line 3: an empty tag was left out',
    'line 3: tag “WEB” is the same as “Web”',
  ])
})

test.each([
  ['date: 2024-02-30', 'line 2: “2024-02-30” is not a date that can be read'],
  ['date: Last Modified', 'line 2: “Last Modified” is not a date that can be read'],
  ['draft: maybe', 'line 2: “maybe” is neither yes nor no, so this is a draft'],
  ['permalink: false', 'the source does not publish this file, so it is a draft'],
])('%s never publishes, and says so', (block, warning) => {
  const post = read(yaml(block), { path: '2024-03-22-a.md' })
  expect(post.date === null || post.draft).toBe(true)
  expect(post.warnings).toEqual([warning])
})

test('a zero date is no date', () => {
  expect(read(yaml('title: T\ndate: 0001-01-01T00:00:00Z'))).toMatchObject({
    date: null,
    repairs: ['line 3: “0001-01-01T00:00:00Z” means that there is no date'],
  })
})

test('of date and publishDate the later one counts', () => {
  expect(read(yaml('date: 2024-01-01\npublishDate: 2030-01-01')).date).toEqual(new Date('2030-01-01'))
  expect(read(yaml('date: 2024-01-01\npublishDate: 2020-01-01')).date).toEqual(new Date('2024-01-01'))
})

test.each([
  ['# A **bold** [link](x) `code`\n', 'A bold link code'],
  ['```\n# no\n```\n\n## Yes ##\n', 'Yes'],
  ['Above\n=====\n', 'Above'],
  ['<h1 class="x">HTML</h1>\n<p>x</p>', 'HTML'],
  ['Just text', 'My post'],
  ['', 'My post'],
])('without a title, %j is called %s', (source, title) => {
  const post = read(source)
  expect(post).toMatchObject({ title, body: source, date: null })
  expect(post.repairs).toHaveLength(1)
})

test('relative pictures and sounds are found beside the file and in the usual folders', () => {
  const body = [
    '![a](a.png) ![b](./img/b%20c.jpg "t") ![d](<d e.gif>) ![x](https://x.example/x.png)',
    '<img src="/f.svg"> <audio src=g.mp3></audio> [h]: h.png',
    '[i]: i.webp',
    '{{< figure src="j.png" >}} ![k]({{ site.baseurl }}/k.png) ![gone](gone.png) ![out](../../../../etc/x.png)',
    '```\n![code](code.png)\n```',
    '[file](notes.txt)',
  ].join('\n')
  const files = [
    'x/a.png',
    'x/img/b c.jpg',
    'x/d e.gif',
    'static/f.svg',
    'x/g.mp3',
    'x/i.webp',
    'x/j.png',
    'k.png',
    'x/notes.txt',
    'x/cover.jpg',
  ]
  const post = read(yaml('cover: cover.jpg', body), { path: 'x/index.md', files })
  expect(post.media.map(({ reference, file }) => `${reference} ${file}`)).toEqual([
    'cover.jpg x/cover.jpg',
    'a.png x/a.png',
    './img/b%20c.jpg x/img/b c.jpg',
    'd e.gif x/d e.gif',
    'j.png x/j.png',
    '/k.png k.png',
    'i.webp x/i.webp',
    '/f.svg static/f.svg',
    'g.mp3 x/g.mp3',
  ])
  expect(post.warnings).toEqual([
    'line 7: “gone.png” is not in the source',
    'line 7: “../../../../etc/x.png” is not in the source',
    'line 11: “notes.txt” is neither a picture nor a sound and was not brought along',
  ])
})

test('unknown keys are kept as they were', () => {
  expect(read(yaml('a: 1\nB_c: {d: [1.5, null, x]}\n"e f": 2024-01-01')).extra).toEqual({
    a: 1,
    B_c: { d: [1.5, null, 'x'] },
    'e f': '2024-01-01',
  })
})

test('a megabyte of hostile brackets is read within a second', () => {
  for (const unit of ['![', '](', '[a]: ', 'src="', '<h1>', '# [', '**', '`']) {
    const start = performance.now()
    read(unit.repeat(1_000_000 / unit.length))
    expect(performance.now() - start, unit).toBeLessThan(10_000)
  }
})
