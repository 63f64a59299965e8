import { expect, test } from 'vitest'
import { parseFrontMatter } from '@/domain/transfer/front-matter'

const yaml = (block: string) => `---\n${block}\n---\nBody`
const toml = (block: string) => `+++\n${block}\n+++\nBody`

test.each([
  [
    'a byte order mark',
    `\uFEFF${yaml('title: A')}`,
    { title: 'A' },
    ['line 1: a byte order mark was removed'],
  ],
  [
    'blank lines first',
    `\n \n${yaml('title: A')}`,
    { title: 'A' },
    ['line 3: blank lines before the front matter were skipped'],
  ],
  ['NUL', yaml('title: A\0B'), { title: 'AB' }, ['NUL characters were removed']],
  [
    'an open double quote',
    yaml('title: "A story\ndraft: true'),
    { title: 'A story', draft: true },
    ['line 2: a quote that was never closed was left out'],
  ],
  [
    'an open single quote',
    yaml("draft: true\ntitle: 'A story"),
    { title: 'A story', draft: true },
    ['line 3: a quote that was never closed was left out'],
  ],
  [
    'an apostrophe',
    yaml("title: 'It's here'\nx: 1"),
    { title: "It's here", x: 1 },
    ['line 2: an apostrophe inside single quotes was kept'],
  ],
  [
    'an apostrophe after an open quote',
    yaml("title: 'It's here"),
    { title: "It's here" },
    ['line 2: a quote that was never closed was left out'],
  ],
  [
    'quotes in quotes',
    yaml('title: "He said "no" twice"'),
    { title: 'He said "no" twice' },
    ['line 2: quotes or backslashes inside quotes were kept'],
  ],
  [
    'a backslash in quotes',
    yaml('title: "C:\\docs \\"x\\""'),
    { title: 'C:\\docs "x"' },
    ['line 2: quotes or backslashes inside quotes were kept'],
  ],
  [
    'text after quotes',
    yaml('title: "Dune" and us'),
    { title: '"Dune" and us' },
    ['line 2: text that goes on after its quotes was kept whole'],
  ],
  [
    'a comma after a value',
    yaml('title: "A",\ndraft: true'),
    { title: 'A', draft: true },
    ['line 2: a comma after a value was left out'],
  ],
  [
    'a colon in plain text',
    yaml('title: One: two'),
    { title: 'One: two' },
    ['line 2: text that needs quotes got them'],
  ],
  [
    'an at sign first',
    yaml('author: @jane'),
    { author: '@jane' },
    ['line 2: text that needs quotes got them'],
  ],
  [
    'brackets first',
    yaml('title: [Draft] Mine'),
    { title: '[Draft] Mine' },
    ['line 2: text that needs quotes got them'],
  ],
  [
    'a star first',
    yaml('title: *Really* good'),
    { title: '*Really* good' },
    ['line 2: text that needs quotes got them'],
  ],
  [
    'a key without a blank',
    yaml('title:Foo bar\ndraft: true'),
    { title: 'Foo bar', draft: true },
    ['line 2: a blank after the colon was missing'],
  ],
  [
    'only glued values',
    yaml('title:Foo\ndraft:true'),
    { title: 'Foo', draft: true },
    ['line 2: a blank after the colon was missing', 'line 3: a blank after the colon was missing'],
  ],
  [
    'a key glued to quotes',
    yaml('title: "A"date: 2024-03-22'),
    { title: 'A', date: '2024-03-22' },
    ['line 2: “date” was glued to the key before it'],
  ],
  [
    'a key glued to a switch',
    yaml("draft: falsetags: ['a']"),
    { draft: false, tags: ['a'] },
    ['line 2: “tags” was glued to the key before it'],
  ],
  [
    'a key glued to a date',
    yaml('date: 2024-03-22T12:00:00Ztags:\n  - a'),
    { date: '2024-03-22T12:00:00Z', tags: ['a'] },
    ['line 2: “tags” was glued to the key before it'],
  ],
  [
    'a key glued to a list',
    yaml("tags: ['a', ' b'] draft: true"),
    { tags: ['a', ' b'], draft: true },
    ['line 2: “draft” was glued to the key before it'],
  ],
  [
    'a title that ends like a key',
    yaml('title: Security update: now'),
    { title: 'Security update: now' },
    ['line 2: text that needs quotes got them'],
  ],
  [
    'a tab before an item',
    yaml('tags:\n\t- a\n\t- b'),
    { tags: ['a', 'b'] },
    ['line 3: tabs became spaces', 'line 4: tabs became spaces'],
  ],
  [
    'an open list',
    yaml('tags: [a, b\ndraft: true'),
    { tags: ['a', 'b'], draft: true },
    ['line 2: a list with a missing bracket or quote was mended'],
  ],
  [
    'an apostrophe in a list',
    yaml("tags: ['it's', 'b']"),
    { tags: ["it's", 'b'] },
    ['line 2: a list with a missing bracket or quote was mended'],
  ],
  [
    'an open quote in an item',
    yaml('tags:\n  - "a\n  - b'),
    { tags: ['a', 'b'] },
    ['line 3: a quote that was never closed was left out'],
  ],
  [
    'an open quote in a nested key',
    yaml('cover:\n  image: "a.png\n  alt: b'),
    { cover: { image: 'a.png', alt: 'b' } },
    ['line 3: a quote that was never closed was left out'],
  ],
  [
    'a key that slipped',
    yaml('title: A\n date: 2024-01-01'),
    { title: 'A', date: '2024-01-01' },
    ['line 3: blanks before a key were removed'],
  ],
  [
    'a wrapped description',
    yaml('description: One\ntwo\ndraft: true'),
    { description: 'One two', draft: true },
    ['line 3: a line was joined to the one above'],
  ],
  [
    'a key that stands twice',
    yaml('title: A\ntitle: B'),
    { title: 'B' },
    ['line 3: “title” stands twice, the last one counts'],
  ],
  [
    'four dashes at the end',
    '---\ntitle: A\n----\nBody',
    { title: 'A' },
    ['line 3: the front matter was never closed, it ends here'],
  ],
  [
    'no end before the text',
    '---\ntitle: A\ndraft: true\n\nBody',
    { title: 'A', draft: true },
    ['line 4: the front matter was never closed, it ends here'],
  ],
  [
    'no end at all',
    '---\ntitle: A\ndraft: true',
    { title: 'A', draft: true },
    ['line 3: the front matter was never closed, it ends here'],
  ],
  [
    'no beginning',
    'title: A\ndate: 2024-01-01\n---\nBody',
    { title: 'A', date: '2024-01-01' },
    ['line 1: the opening --- was missing'],
  ],
  [
    'TOML with an open quote',
    toml('title = "A story\ndraft = true'),
    { title: 'A story', draft: true },
    ['line 2: a quote that was never closed was left out'],
  ],
  [
    'TOML with an apostrophe',
    toml("title = 'It's'\ndraft = true"),
    { title: "It's", draft: true },
    ['line 2: an apostrophe inside single quotes was kept'],
  ],
  [
    'TOML without quotes',
    toml('title = A story\n[extra]\nx = 1'),
    { title: 'A story', extra: { x: 1 } },
    ['line 2: text that needs quotes got them'],
  ],
  [
    'TOML beside long text',
    toml('a = """\nb = "\n"""\ntitle = "A'),
    { a: 'b = "\n', title: 'A' },
    ['line 5: a quote that was never closed was left out'],
  ],
  [
    'JSON with a comma too many',
    '{\n"title": "A",\n}\nBody',
    { title: 'A' },
    ['line 1: JSON that is not strict was read anyway'],
  ],
])('%s is mended and told', (_, source, values, repairs) => {
  const read = parseFrontMatter(source)
  expect({ values: read.values, repairs: read.repairs }).toEqual({ values, repairs })
  expect(read.body.trim()).toBe(source.endsWith('Body') ? 'Body' : '')
})
