import { expect, test } from 'vitest'
import { pageOf as page, postIn as of, readSite as site } from '@/tests/support/source-site'

test('themes of Jekyll: listings, 404 pages and instructions are no pages; teasers are thumbnails', async () => {
  const posts = await site({
    '_config.yml': 'url: https://mm.example\npermalink: /:categories/:title/\n',
    '_pages/404.md': page('title: Not found\npermalink: /404.html', 'Sorry'),
    '_pages/blog.md': page(
      'title: Blog',
      '{% assign list = paginator.posts %}\n{% for post in list %}\n{{ post.title }}\n{% endfor %}',
    ),
    'INSTALL.md': '# Install',
    '_posts/2015-1-5-one.md': page(
      'title: One\nheader:\n  image: /a.png\n  teaser: /b.png',
      '<div class="row">\n    <div>\n        {% include figure.liquid path="a.png" title="It\'s" alt="A" %}\n    </div>\n</div>',
    ),
    'a.png': 'x',
    'b.png': 'x',
  })
  expect(of(posts, '_pages/404.md').kind).toBe('section')
  expect(of(posts, '_pages/blog.md').kind).toBe('section')
  expect(posts.has('INSTALL.md')).toBe(false)
  const one = of(posts, '_posts/2015-1-5-one.md')
  expect(one).toMatchObject({ featuredImage: '/a.png', thumbnail: '/b.png' })
  expect(one.body).toBe(
    '<div class="row">\n    <div>\n        <img src="a.png" alt="A" title="It\'s">\n    </div>\n</div>',
  )
  expect(one.media.map(({ file }) => file).sort()).toEqual(['a.png', 'a.png', 'b.png'])
})

test('themes of Astro: a collection is shown at its plural, tags are no pages, directives of one line', async () => {
  const posts = await site({
    'astro.config.ts': '',
    'src/pages/posts/[...slug].astro': '',
    'src/pages/notes/[...slug].astro': '',
    'src/content/post/one/index.md': page(
      'title: One\npublishDate: "22 Feb 2023"',
      '::github{repo="a/b"}\n\n::odd{x="y"}',
    ),
    'src/content/note/two.md': page('title: Two\npublishDate: "2024-10-14T11:23:00Z"'),
    'src/content/tag/test.md': page('title: About test', 'Text'),
  })
  const one = of(posts, 'src/content/post/one/index.md')
  expect(one).toMatchObject({
    aliases: [],
    warnings: ['line 7: ::odd is not known here and was kept as it stands'],
  })
  expect(one.body).toBe('\n[a/b](https://github.com/a/b)\n\n\n::odd{x="y"}')
  expect(of(posts, 'src/content/note/two.md').aliases).toEqual(['/notes/two'])
  expect(of(posts, 'src/content/tag/test.md').kind).toBe('section')
})

test('raw marks in code, sizes and formulas in a line, icons of boxes', async () => {
  const posts = await site({
    '_config.yml': 'url: https://jk.example\n',
    '_posts/2020-01-01-a.md': page(
      'title: A',
      '{% highlight html %}{% raw %}\n<a href="{{ x }}">\n{% endraw %}{% endhighlight %}\n\n![A](https://x.example/a.png =300x200) `![A](a.png =3x2)`',
    ),
  })
  const a = of(posts, '_posts/2020-01-01-a.md')
  expect(a.body).toBe('```html\n<a href="{{ x }}">\n```\n\n![A](https://x.example/a.png) `![A](a.png =3x2)`')
  const hugo = await site({
    'hugo.toml': 'baseURL = "https://hg.example/"',
    '_config.yml': '',
    'content/posts/b.md': page(
      'title: B',
      'An {{< math >}}\\(x\\){{< /math >}} in it\n\n{{< alert "circle-info" >}}\nHey\n{{< /alert >}}',
    ),
  })
  expect(of(hugo, 'content/posts/b.md').body).toBe('An $$x$$ in it\n\n> [!NOTE]\n> Hey')
})
