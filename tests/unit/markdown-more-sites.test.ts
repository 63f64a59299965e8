import { expect, test } from 'vitest'
import { pageOf as page, postIn as of, readSite as site } from '@/tests/support/source-site'

test('Astro: collections, their routes, pages, imports and pictures', async () => {
  const posts = await site({
    'astro.config.mjs': "export default { site: 'https://astro.example' }",
    'src/pages/writing/[...slug].astro': '',
    'src/content/blog/one.mdx': page(
      'title: One\npubDate: Mar 22 2024\nheroImage: ../../assets/h.png',
      'import p from \'../../assets/p.png\'\n\n<Image src={p} alt="P" /> [t](./two.md) [u](/writing/two/)',
    ),
    'src/content/blog/two.md': page('title: Two\npubDate: 2024-03-23', '![](/s.png)'),
    'src/content/blog/de/two.md': page('title: Zwei\npubDate: 2024-03-23'),
    'src/content/blog/en/two.md': page('title: Two E\npubDate: 2024-03-23'),
    'src/pages/about.md': page('title: About\nlayout: ../layouts/x.astro', 'Text'),
    'src/assets/h.png': 'x',
    'src/assets/p.png': 'x',
    'public/s.png': 'x',
  })
  const one = of(posts, 'src/content/blog/one.mdx')
  expect(one.aliases).toEqual(['/writing/one'])
  expect(one.media.map(({ file }) => file)).toEqual(['src/assets/h.png', 'src/assets/p.png'])
  expect(one.body.trim()).toBe('![P](../../assets/p.png) [t](/posts/two) [u](/posts/two)')
  expect(of(posts, 'src/content/blog/two.md').media).toEqual([{ reference: '/s.png', file: 'public/s.png' }])
  expect(of(posts, 'src/content/blog/de/two.md')).toMatchObject({ language: 'de', slug: 'two' })
  expect(of(posts, 'src/content/blog/en/two.md')).toMatchObject({ language: 'en', slug: 'two' })
  expect(of(posts, 'src/pages/about.md')).toMatchObject({ kind: 'page', slug: 'about' })
})

test('Hexo: posts, drafts, permalinks and pictures in the folder of a post', async () => {
  const posts = await site({
    '_config.yml': 'url: https://hexo.example\npermalink: :year/:month/:day/:title/\n',
    'scaffolds/post.md': page('title: x'),
    'source/_posts/hello.md': page(
      'title: Hello\ndate: 2019-05-06 07:08:09\ntags:\n- a',
      '{% asset_img dot.png A dot %}\n{% post_link other %}',
    ),
    'source/_posts/hello/dot.png': 'x',
    'source/_posts/other.md': page('title: Other\ndate: 2019-05-07 00:00:00'),
    'source/_drafts/idea.md': page('title: Idea'),
    'source/about/index.md': page('title: About', 'Text'),
    'source/tags/index.md': page('title: Tags\ntype: tags'),
  })
  expect(of(posts, 'source/_posts/hello.md')).toMatchObject({
    aliases: ['/2019/05/06/hello'],
    media: [{ file: 'source/_posts/hello/dot.png' }],
    body: '![A dot](dot.png "A dot")\n\n[other](/posts/other)',
  })
  expect(of(posts, 'source/_drafts/idea.md').draft).toBe(true)
  expect(of(posts, 'source/about/index.md')).toMatchObject({ kind: 'page', slug: 'about' })
  expect(of(posts, 'source/tags/index.md').kind).toBe('section')
})

test('Eleventy: filters, dates in names, pages', async () => {
  const posts = await site({
    'eleventy.config.js': 'export default () => {}',
    'posts/2022-01-02-one.md': page(
      'title: One\ntags: [post, a]',
      '![]({{ "/img/a.png" | url }})\n{% raw %}{{ x }}{% endraw %}',
    ),
    'posts/two.md': page('title: Two\ndate: 2022-02-03\npermalink: "/notes/{{ page.fileSlug }}/"'),
    'about.md': page('title: About', 'Text'),
    'img/a.png': 'x',
  })
  expect(of(posts, 'posts/2022-01-02-one.md')).toMatchObject({
    body: '![](/img/a.png)\n{{ x }}',
    media: [{ file: 'img/a.png' }],
  })
  expect(of(posts, 'posts/two.md').aliases).toEqual(['/notes/two'])
  expect(of(posts, 'about.md').kind).toBe('page')
})

test('Pelican: metadata without fences, and its own links', async () => {
  const posts = await site({
    'pelicanconf.py':
      "SITEURL = 'https://pelican.example'\nARTICLE_URL = '{date:%Y}/{date:%m}/{slug}.html'\n",
    'content/one.md':
      'Title: One: a start\nDate: 2020-10-11 12:13\nTags: a, b\nStatus: published\n\nText ![]({static}/images/a.png) [t]({filename}two.md)\n',
    'content/two.md': 'Title: Two\nDate: 2020-10-12\nSlug: the-second\n\nMore\n',
    'content/pages/about.md': 'Title: About\n\nText\n',
    'content/images/a.png': 'x',
  })
  expect(of(posts, 'content/one.md')).toMatchObject({
    title: 'One: a start',
    tags: ['a', 'b'],
    aliases: ['/2020/10/one.html'],
    media: [{ file: 'content/images/a.png' }],
  })
  expect(of(posts, 'content/one.md').body.trim()).toBe(
    'Text ![]({static}/images/a.png) [t](/posts/the-second)',
  )
  expect(of(posts, 'content/pages/about.md').kind).toBe('page')
})

test('a folder of notes: links by name, and a source that tells its own address by its links', async () => {
  const posts = await site({
    'A note.md': page(
      'date: 2020-01-01',
      'See [[Other note]] and [that](/journal/2020/x) and [this](https://me.example/journal/2020/y).',
    ),
    'Other note.md': page(
      'date: 2020-01-01',
      '[a](/journal/2020/y) [b](https://me.example/journal/2020/x) [c](https://else.example/2020/x)',
    ),
    '2020/x.md': page('title: X\ndate: 2020-01-01'),
    '2020/y.md': page('title: Y\ndate: 2020-01-01'),
  })
  expect(of(posts, 'A note.md').body).toBe(
    'See [Other note](/posts/other-note) and [that](/posts/x) and [this](/posts/y).',
  )
  expect(of(posts, 'Other note.md').body).toBe('[a](/posts/y) [b](/posts/x) [c](https://else.example/2020/x)')
  expect(of(posts, '2020/x.md').aliases).toEqual(['/2020/x', '/journal/2020/x'])
})
