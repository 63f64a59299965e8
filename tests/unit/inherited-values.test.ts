import { expect, test } from 'vitest'
import { pageOf as page, postIn as of, readSite as site } from '@/tests/support/source-site'

const defaults = '{ author: Team, lang: en, draft: true, toc: true, comments: true }'

test('a text that says something by another name for it inherits nothing beside it', async () => {
  const posts = await site({
    '_config.yml': `defaults:\n  - scope: { path: "" }\n    values: ${defaults}\n`,
    '_posts/2020-01-01-silent.md': page('title: Silent'),
    '_posts/2020-01-02-own.md': page(
      'title: Own\nauthors: [Jane, Bob]\nlanguage: de\nwip: false\nshow_toc: false\ncomment: false',
    ),
    '_posts/2020-01-03-blank.md': page('title: Blank\nauthor:\nlanguage: ""'),
    '_posts/2020-01-04-nested.md': page('title: Nested\nextra: { byline: Ann, locale: fr }'),
  })
  const inherited = { authors: ['Team'], language: 'en', draft: true, toc: true, comments: true }
  expect(of(posts, '_posts/2020-01-01-silent.md')).toMatchObject({ ...inherited, extra: {} })
  expect(of(posts, '_posts/2020-01-02-own.md')).toMatchObject({
    ...{ authors: ['Jane', 'Bob'], language: 'de', draft: false, toc: false, comments: false, extra: {} },
  })
  expect(of(posts, '_posts/2020-01-03-blank.md')).toMatchObject({ authors: [], language: null })
  expect(of(posts, '_posts/2020-01-04-nested.md')).toMatchObject({ authors: ['Ann'], language: 'fr' })
})

test('a text inherits no author from its folders beside those that it names', async () => {
  const posts = await site({
    'eleventy.config.js': '',
    'posts/posts.json': '{ "authors": ["Team"], "published": false }',
    'posts/a.md': page('title: A\nauthor: Jane\nis_published: true'),
  })
  expect(of(posts, 'posts/a.md')).toMatchObject({ authors: ['Jane'], draft: false })
})
