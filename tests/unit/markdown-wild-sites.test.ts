import { expect, test } from 'vitest'
import { pageOf as page, postIn as of, readSite as site } from '@/tests/support/source-site'

test('Jekyll: categories in addresses, defaults, the names of authors, what is excluded', async () => {
  const posts = await site({
    '_config.yml':
      'url: https://jk.example\nbaseurl: /notes\npermalink: /:categories/:year/:title/\nexclude: [OWN.md, old/, "*.draft.md"]\ndefaults:\n' +
      '  - scope: { path: "", type: posts }\n    values: { author: jane, image: /all.png }\n' +
      '  - scope: { path: _posts/guests }\n    values: { author: sam }\n',
    '_data/authors.yml': 'jane:\n  name: Jane Doe\n',
    '_authors/sam.md': page('name: Sam Low\nshort_name: sam', 'Sam writes.'),
    '_posts/2020-01-02-one.md': page(
      'title: One\ncategories: big news',
      '[home](/notes/) [two](/notes/tech/2020/two/)',
    ),
    'tech/_posts/2020-01-03-two.md': page('title: Two\nauthor: Ann'),
    '_posts/guests/2020-01-04-three.md': page('title: Three'),
    'about.md': page('title: About', 'Text'),
    'archive.md': page(
      'layout: page\ntitle: All',
      '{% for post in site.posts %}\n* {{ post.title }}\n{% endfor %}',
    ),
    'OWN.md': 'Mine',
    'old/thing.md': 'Old',
    'x.draft.md': 'Draft',
    'assets/js/README.md': '# A library',
  })
  expect([...posts.keys()]).toEqual([
    '_authors/sam.md', '_posts/2020-01-02-one.md', '_posts/guests/2020-01-04-three.md', 'about.md', 'archive.md', 'tech/_posts/2020-01-03-two.md',
  ]) // prettier-ignore
  const one = of(posts, '_posts/2020-01-02-one.md')
  expect(one.aliases).toEqual(['/big/news/2020/one', '/notes/big/news/2020/one'])
  expect(one).toMatchObject({ authors: ['Jane Doe'], featuredImage: null, extra: {} })
  expect(one.body).toBe('[home](/) [two](/posts/two)')
  expect(of(posts, 'tech/_posts/2020-01-03-two.md')).toMatchObject({ authors: ['Ann'] })
  expect(of(posts, '_posts/guests/2020-01-04-three.md')).toMatchObject({
    authors: ['Sam Low'],
    aliases: ['/2020/three', '/notes/2020/three'],
  })
  expect(of(posts, 'about.md')).toMatchObject({
    kind: 'page',
    aliases: ['/about.html', '/notes/about.html', '/notes/about'],
  })
  expect(of(posts, 'archive.md').kind).toBe('section')
  expect(of(posts, '_authors/sam.md').kind).toBe('section')
})

test('Hugo: titles in addresses, folders of languages, pages that are an index, HTML texts', async () => {
  const posts = await site({
    'hugo.toml':
      'baseURL = "https://hg.example/"\ndefaultContentLanguage = "en"\n[permalinks]\nposts = "/:year/:slug/"\n[languages.en]\ncontentDir = "content/english"\n' +
      '[languages.fr]\ncontentDir = "content/french"\n',
    'content/english/posts/a.md': page(
      'title: "C++ & Node.js 2.0"\ndate: 2020-01-01',
      '[b](/2020/named/) [me](/about/)',
    ),
    'content/english/posts/b.md': page('title: B\nslug: named\ndate: 2020-01-02'),
    'content/english/posts/c.html': page('title: C\ndate: 2020-01-03', '<p>Text</p>'),
    'content/english/about/_index.md': page('title: Hello', 'Who I am and what I do. '.repeat(6)),
    'content/english/page/now/index.md': page('title: Now\ndate: 2021-01-01', 'Now'),
    'content/french/posts/a.md': page('title: A\ndate: 2020-01-01'),
    'static/x.html': page('title: No'),
  })
  const a = of(posts, 'content/english/posts/a.md')
  expect(a.aliases).toEqual(['/2020/c++-node.js-2.0', '/en/2020/c++-node.js-2.0'])
  expect(a.body).toBe('[b](/en/posts/named) [me](/en/about)')
  expect(of(posts, 'content/english/posts/b.md').aliases).toEqual(['/2020/named', '/en/2020/named'])
  expect(of(posts, 'content/english/posts/c.html')).toMatchObject({ title: 'C', body: '<p>Text</p>' })
  expect(of(posts, 'content/english/about/_index.md')).toMatchObject({
    kind: 'page',
    slug: 'about',
    aliases: ['/en/about'],
  })
  expect(of(posts, 'content/english/page/now/index.md').kind).toBe('page')
  expect(of(posts, 'content/french/posts/a.md')).toMatchObject({ language: 'fr', aliases: ['/fr/2020/a'] })
  expect(posts.has('static/x.html')).toBe(false)
})

test('Eleventy: data of folders, lists that are no tags, folders named as their text', async () => {
  const posts = await site({
    'eleventy.config.js': 'export default () => ({ dir: { input: "src" } })',
    'src/posts/posts.json':
      '{ "layout": "post.njk", "tags": "posts", "permalink": "/articles/{{ title | slug }}/", "author": "Ada" }',
    'src/posts/one.md': page(
      'title: One and one\ndate: 2021-01-01\ntags: [posts, web]',
      '[two](/articles/two/)',
    ),
    'src/posts/2021-02-02-two.md': page('title: Two\nauthor: Bob'),
    'src/notes/notes.11tydata.js': 'module.exports = {\n  draft: true,\n  "author": `Eve`,\n}\n',
    'src/notes/short/short.md': page('title: Short\ndate: 2021-03-03', '{% css %}.a {}{% endcss %}\nText'),
    'src/posts/README.md': '# How to write',
  })
  const one = of(posts, 'src/posts/one.md')
  expect(one).toMatchObject({
    authors: ['Ada'],
    tags: ['web'],
    aliases: ['/articles/one-and-one'],
    extra: {},
  })
  expect(one.repairs).toEqual(['line 4: the tag “posts” only names a list and was left out'])
  expect(one.body).toBe('[two](/posts/two)')
  expect(of(posts, 'src/posts/2021-02-02-two.md')).toMatchObject({
    authors: ['Bob'],
    aliases: ['/articles/two'],
  })
  const short = of(posts, 'src/notes/short/short.md')
  expect(short).toMatchObject({ draft: true, authors: ['Eve'], aliases: ['/notes/short'] })
  expect(short.body.trim()).toBe('Text')
  expect(posts.has('src/posts/README.md')).toBe(false)
})

test('Astro: times of AstroPaper, authors as a collection, numbers as properties', async () => {
  const posts = await site({
    'astro.config.ts': '',
    'src/pages/posts/[...slug]/index.astro': '',
    'src/pages/about.md': page('title: About', 'Text'),
    'src/components/README.md': 'Parts',
    'src/data/authors/jane.json': '{ "name": "Jane Doe" }',
    'src/data/blog/one.mdx': page(
      'title: One\nauthor: jane\npubDatetime: 2022-09-23T15:22:00Z\nmodDatetime: 2023-01-02T03:04:05.678Z',
      'import pic from \'./p.png\'\n\n<Image src={pic} alt="P" width={300} /> <img src={pic} height={20} />',
    ),
    'src/data/blog/p.png': 'x',
  })
  const one = of(posts, 'src/data/blog/one.mdx')
  expect(one.date?.toISOString()).toBe('2022-09-23T15:22:00.000Z')
  expect(one.updated?.toISOString()).toBe('2023-01-02T03:04:05.678Z')
  expect(one).toMatchObject({ authors: ['Jane Doe'], warnings: [] })
  expect(one.body.trim()).toBe('![P](./p.png) <img src="./p.png" height="20" />')
  expect([...posts.keys()]).toEqual(['src/data/blog/one.mdx', 'src/pages/about.md'])
})

test('MkDocs and Docusaurus: their dates, authors, addresses and excerpts', async () => {
  const docs = await site({
    'mkdocs.yml': 'site_name: x',
    'docs/blog/.authors.yml': 'authors:\n  jo:\n    name: Jo Low\n',
    'docs/blog/posts/a.md': page(
      'authors: [jo]\ndate:\n  created: 2023-12-31\n  updated: 2024-01-02',
      '# A new start\n',
    ),
  })
  const a = of(docs, 'docs/blog/posts/a.md')
  expect(a.date?.toISOString()).toBe('2023-12-31T00:00:00.000Z')
  expect(a.updated?.toISOString()).toBe('2024-01-02T00:00:00.000Z')
  expect(a).toMatchObject({ authors: ['Jo Low'], aliases: ['/blog/2023/12/31/a-new-start', '/blog/posts/a'] })
})

test('Docusaurus: authors by key, excerpts, documentation', async () => {
  const posts = await site({
    'docusaurus.config.js': "module.exports = { url: 'https://do.example' }",
    'blog/authors.yml': 'slo:\n  name: Sé Lo\n',
    'blog/2021-08-26-welcome.md': page('title: Welcome\nauthors: [slo]', 'Hi\n\n<!-- truncate -->\n\nMore'),
    'docs/intro.md': page('title: Intro', 'Text'),
  })
  expect(of(posts, 'blog/2021-08-26-welcome.md')).toMatchObject({
    authors: ['Sé Lo'],
    body: 'Hi\n\n<!--more-->\n\nMore',
  })
  expect(of(posts, 'docs/intro.md')).toMatchObject({ kind: 'page', aliases: ['/docs/intro'] })
})

test('Hexo and Gatsby: the pages of a site have no dates in their addresses; paths below the folder of posts', async () => {
  const hexo = await site({
    '_config.yml': 'url: https://he.example\npermalink: :year/:month/:day/:title/\n',
    'source/_posts/deep/a.md': page('title: A\ndate: 2020-01-02 00:00:00\nsticky: 100'),
    'source/about/index.md': page('title: About\ndate: 2019-01-01 00:00:00', 'Text'),
  })
  expect(of(hexo, 'source/_posts/deep/a.md')).toMatchObject({ aliases: ['/2020/01/02/deep/a'], pinned: true })
  expect(of(hexo, 'source/about/index.md')).toMatchObject({ kind: 'page', aliases: [] })
})

test('Gatsby and Middleman: addresses without the folder of the blog, double endings', async () => {
  const gatsby = await site({
    'gatsby-config.js': 'module.exports = {}',
    'content/blog/hello/index.md': page('title: Hello\ndate: 2015-05-01', '[new](/new/)'),
    'content/blog/new/index.md': page('title: New\ndate: 2015-05-02'),
  })
  const hello = of(gatsby, 'content/blog/hello/index.md')
  expect(hello).toMatchObject({ aliases: ['/blog/hello', '/hello'], body: '[new](/posts/new)' })
})

test('a folder of notes: dates before a blank, pictures by their name, templates', async () => {
  const notes = await site({
    '2023-05-01 A dated one.md': 'Text ![[pic one.png]]',
    '2023-05-02.md': 'A day',
    'posts/2012-01-01-article.html.markdown': page('title: Article'),
    'attachments/pic one.png': 'x',
    'Templates/daily.md': '# {{date}}',
  })
  const dated = of(notes, '2023-05-01 A dated one.md')
  expect(dated).toMatchObject({
    title: 'A dated one',
    slug: 'a-dated-one',
    media: [{ file: 'attachments/pic one.png' }],
  })
  expect(dated.date?.toISOString()).toBe('2023-05-01T00:00:00.000Z')
  expect(of(notes, '2023-05-02.md')).toMatchObject({ title: '2023-05-02', slug: '2023-05-02', warnings: [] })
  expect(of(notes, 'posts/2012-01-01-article.html.markdown').slug).toBe('article')
  expect(notes.has('Templates/daily.md')).toBe(false)
})
