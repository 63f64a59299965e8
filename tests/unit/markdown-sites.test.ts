import { expect, test } from 'vitest'
import { pageOf as page, postIn as of, readSite as site } from '@/tests/support/source-site'

const HUGO = {
  'hugo.toml':
    "baseURL = 'https://hugo.example/'\ndefaultContentLanguage = 'en'\n[permalinks]\n  posts = '/:year/:month/:slug/'\n",
  'archetypes/default.md': page('title: x'),
  'README.md': 'About this repository',
  'content/_index.md': page('title: Home'),
  'content/about.md': page('title: About\ndate: 2020-01-01', 'Hello there.'),
  'content/posts/_index.md': page('title: Posts'),
  'content/posts/first.md': page(
    'title: First\ndate: 2024-03-22\nslug: one',
    '![](/img/a.png) [x]({{< ref "second" >}}) [y]({{< relref "/posts/second/index.md#part" >}}) [z](https://hugo.example/2024/04/second/) [w](../../04/second/)',
  ),
  'content/posts/second/index.md': page(
    'title: Second\ndate: 2024-04-01',
    '![](dot.png) {{< figure src="dot.png" >}}',
  ),
  'content/posts/second/dot.png': 'x',
  'content/posts/first.de.md': page('title: Erster\ndate: 2024-03-22', '[z](second)'),
  'content/docs/setup.md': page('title: Set up', 'Text'),
  'static/img/a.png': 'x',
}

test('Hugo: a whole repository, with its permalinks, pictures, languages and pages', async () => {
  const posts = await site(HUGO)
  expect([...posts.keys()].filter((name) => !name.startsWith('content/'))).toEqual([])
  const first = of(posts, 'content/posts/first.md')
  expect(first).toMatchObject({
    kind: 'post',
    slug: 'one',
    aliases: ['/2024/03/one'],
    media: [{ reference: '/img/a.png', file: 'static/img/a.png' }],
  })
  expect(first.body).toBe(
    '![](/img/a.png) [x](/posts/second) [y](/posts/second#part) [z](/posts/second) [w](/posts/second)',
  )
  expect(of(posts, 'content/posts/second/index.md').media).toEqual([
    { reference: 'dot.png', file: 'content/posts/second/dot.png' },
  ])
  expect(of(posts, 'content/posts/first.de.md')).toMatchObject({
    language: 'de',
    slug: 'first',
    aliases: ['/de/2024/03/erster'],
  })
  expect(of(posts, 'content/about.md').kind).toBe('page')
  expect(of(posts, 'content/docs/setup.md').kind).toBe('page')
  expect(of(posts, 'content/posts/_index.md').kind).toBe('section')
})

test('Hugo: its folder of posts alone knows the site around it', async () => {
  const posts = await site(HUGO, 'content/posts')
  expect(of(posts, 'first.md')).toMatchObject({
    aliases: ['/2024/03/one'],
    media: [{ reference: '/img/a.png', file: '../../static/img/a.png' }],
  })
  expect(of(posts, 'first.md').body).toContain('[w](/posts/second)')
})

const JEKYLL = {
  '_config.yml':
    'url: https://jekyll.example\nbaseurl: /blog\npermalink: /:categories/:year/:title/\ntimezone: Europe/Berlin\nexcerpt_separator: "<!--end-->"\ncollections:\n  projects:\n    output: true\n',
  '_posts/2020-01-02-Hello-World.md': page(
    'title: Hello\ncategories: [News]',
    'Short<!--end-->\n![]({{ site.baseurl }}/assets/a.png) [x]({% post_url 2020-02-03-more %}) [y]({% link about.md %}) [z](/blog/2020/more/)',
  ),
  '_posts/2020-02-03-more.markdown': page('title: More\nredirect_from: [/old/]'),
  '_drafts/idea.md': page('title: Idea'),
  '_projects/thing.md': page('title: Thing', 'Text'),
  'about.md': page('layout: page\ntitle: About\npermalink: /about/', 'Text'),
  'assets/a.png': 'x',
  '_includes/x.md': 'no',
  'README.md': 'no',
}

test('Jekyll: permalinks, drafts, collections, links and the base address of the configuration', async () => {
  const posts = await site(JEKYLL)
  expect([...posts.keys()]).toEqual([
    '_drafts/idea.md', '_posts/2020-01-02-Hello-World.md', '_posts/2020-02-03-more.markdown', '_projects/thing.md', 'about.md',
  ]) // prettier-ignore
  const hello = of(posts, '_posts/2020-01-02-Hello-World.md')
  expect(hello).toMatchObject({
    date: new Date('2020-01-01T23:00:00Z'),
    aliases: ['/news/2020/Hello-World', '/blog/news/2020/Hello-World'],
    media: [{ reference: '/assets/a.png', file: 'assets/a.png' }],
  })
  expect(hello.body).toBe(
    'Short<!--more-->\n![](/assets/a.png) [x](/posts/more) [y](/about) [z](/posts/more)',
  )
  expect(of(posts, '_posts/2020-02-03-more.markdown').aliases).toEqual([
    '/old',
    '/2020/more',
    '/blog/2020/more',
  ])
  expect(of(posts, '_drafts/idea.md')).toMatchObject({ draft: true, kind: 'post' })
  expect(of(posts, '_projects/thing.md')).toMatchObject({
    kind: 'page',
    aliases: ['/projects/thing.html', '/blog/projects/thing.html', '/projects/thing', '/blog/projects/thing'],
  })
  expect(of(posts, 'about.md')).toMatchObject({ kind: 'page', slug: 'about', aliases: ['/blog/about'] })
})

test('Jekyll: without a configuration, its own default addresses', async () => {
  const posts = await site({ '_posts/2020-01-02-a.md': page('title: A') })
  expect(of(posts, '_posts/2020-01-02-a.md').aliases).toEqual(['/2020/01/02/a.html'])
})

test('Zola: internal links, sections, pictures beside and in static', async () => {
  const posts = await site({
    'config.toml': 'base_url = "https://zola.example"\n',
    'content/blog/_index.md': '+++\ntitle = "Blog"\n+++\n',
    'content/blog/2021-05-06-one.md':
      '+++\ntitle = "One"\n+++\n[t](@/blog/two/index.md#x) [a](@/about.md) ![](/p.png)',
    'content/blog/two/index.md':
      '+++\ntitle = "Two"\ndate = 2021-06-07\n+++\n{{ image(src="q.png", alt="Q") }}',
    'content/blog/two/q.png': 'x',
    'content/about.md': '+++\ntitle = "About"\n+++\nText',
    'static/p.png': 'x',
  })
  const one = of(posts, 'content/blog/2021-05-06-one.md')
  expect(one).toMatchObject({
    date: new Date('2021-05-06'),
    aliases: ['/blog/one'],
    media: [{ file: 'static/p.png' }],
  })
  expect(one.body).toBe('[t](/posts/two#x) [a](/about) ![](/p.png)')
  expect(of(posts, 'content/blog/two/index.md')).toMatchObject({
    body: '![Q](q.png)',
    media: [{ file: 'content/blog/two/q.png' }],
  })
})
