import { expect, test } from 'vitest'
import { editFrontMatter } from '@/domain/export/edit-front-matter'
import type { PostState } from '@/domain/export/post-state'
import type { Format } from '@/domain/export/ranged'

const STATE: PostState = {
  kind: 'post', title: 'Old', subtitle: null, description: null, slug: 'old', tags: ['a', 'b'], date: '2024-03-22T10:00:00.000Z',
  zone: null, updated: null, expires: null, draft: false, comments: true, toc: true, math: false, noindex: false, pinned: false,
  series: [], authors: [], featuredImage: null, featuredImageAlt: null, thumbnail: null, audio: null, canonicalUrl: null,
  language: null, feedId: 'urn:x', aliases: [],
} // prettier-ignore

type Case = { format?: Format; before?: Partial<PostState>; isJekyll?: boolean }

function edited(
  text: string,
  after: Partial<PostState>,
  { format = 'yaml', before = {}, isJekyll = false }: Case = {},
) {
  const was = { ...STATE, ...before }
  const refer = (address: string) => (address === '/media/k.png' ? 'k.png' : address)
  return editFrontMatter(text, format, {
    before: was,
    after: { ...was, ...after },
    siteZone: 'Europe/Berlin',
    isJekyll,
    refer,
  })
}

test.each([
  ['double quotes', 'a: 1\ntitle: "Old" # why\nb:  2', 'a: 1\ntitle: "It\'s: new" # why\nb:  2'],
  ['single quotes', "title:   'Old'\nb: 2", "title:   'It''s: new'\nb: 2"],
  ['no quotes, where that can be', 'title: Old\n', 'title: "It\'s: new"\n'],
  ['a text over several lines', 'title: >-\n  Old\n  one\nb: 2', "title: >-\n  It's: new\nb: 2"],
])('a new title keeps %s', (_how, before, after) => {
  expect(edited(before, { title: "It's: new" })).toBe(after)
})

test.each([
  ['tags: [a, b]', ['a', 'c d'], 'tags: [a, c d]'],
  ["tags: [ 'a','b' ] # x", ['b', 'c'], "tags: [ 'b','c' ] # x"],
  [
    'tags:\n  - a # first\n  - "b"\nlast: 1',
    ['a', 'b', 'c'],
    'tags:\n  - a # first\n  - "b"\n  - c\nlast: 1',
  ],
  ['tags:\n- a\n- b', ['b'], 'tags:\n- b'],
  ['tags: a, b', ['a', 'b', 'c'], 'tags: a, b, c'],
  ['tags: [a, b]\nx: 1', [], 'x: 1'],
  ['title: T', ['n'], "title: T\ntags: ['n']"],
  ["tags: ['']", ['n'], "tags: ['n']"],
  ['tags: [a]\ncategories:\n  - b', ['a', 'b', 'c'], 'tags: [a, c]\ncategories:\n  - b'],
])('tags of %j become %j', (before, tags, after) => {
  const was = before.startsWith('title') || before === "tags: ['']" ? { tags: [] } : {}
  expect(edited(before, { tags }, { before: was })).toBe(after)
})

test('tags parted by blanks stay so in Jekyll', () => {
  expect(edited('tags: a b', { tags: ['a', 'b', 'c'] }, { isJekyll: true })).toBe('tags: a b c')
})

test.each([
  ['pubDate: 2024-03-22', 'pubDate: 2024-03-23T11:30:00.000Z', '2024-03-23T11:30:00.000Z'],
  ['date: "2024-03-22 11:00:00 +0100"', 'date: "2024-03-23 12:30:00 +0100"', '2024-03-23T11:30:00.000Z'],
  ['date: 2024-03-22 11:00', 'date: 2024-03-23 12:30', '2024-03-23T11:30:00.000Z'],
  ['date: 2024-03-22', 'date: 2024-03-24', '2024-03-23T23:00:00.000Z'],
  ['date: 2024-03-22T10:00:00Z', 'date: 2024-03-22T10:00:00.250Z', '2024-03-22T10:00:00.250Z'],
])('a date %j becomes %j', (before, after, date) => {
  expect(edited(before, { date })).toBe(after)
})

test.each([
  ['draft: false', true, 'draft: true'],
  ['published: True', true, 'published: False'],
  ['published: no', false, 'published: yes'],
  ['status: "pending"', false, 'status: "published"'],
  ['title: x', true, 'title: x\ndraft: true'],
])('%j as a draft: %j', (before, draft, after) => {
  expect(edited(before, { draft }, { before: { draft: !draft } })).toBe(after)
})

test('new keys stand at the end in the order of the house, and what went has no line', () => {
  const before = { subtitle: 'Under', audio: null }
  expect(
    edited(
      'subtitle: Under\n# end',
      { subtitle: null, audio: '/media/k.png', slug: 'new', pinned: true },
      { before },
    ),
  ).toBe('# end\nslug: new\naudio: "k.png"\npinned: true')
})

test('a picture in an object is changed inside it', () => {
  const before = { featuredImage: '/media/x.png' }
  expect(edited('cover: { image: x.png, alt: X }', { featuredImage: '/media/k.png' }, { before })).toBe(
    'cover: { image: k.png, alt: X }',
  )
})

test('TOML is changed in its own way, above its tables', () => {
  const toml =
    'title = \'Old\' # t\ndate = 2024-03-22T10:00:00Z\n\n# about tags\n[taxonomies]\ntags = [\n  "a",\n  "b", # two\n]\n\n[extra]\nteam = "x"\n'
  const after = { title: 'New', date: '2024-03-23T10:00:00.000Z', tags: ['a', 'b', 'c'], draft: true }
  expect(edited(toml, after, { format: 'toml' })).toBe(
    'title = \'New\' # t\ndate = 2024-03-23T10:00:00Z\ndraft = true\n\n# about tags\n[taxonomies]\ntags = [\n  "a",\n  "b",\n  "c", # two\n]\n\n[extra]\nteam = "x"\n',
  )
})

test('JSON keeps its layout', () => {
  const json = '{\n  "title": "Old",\n  "subtitle": "Under",\n  "tags": ["a", "b"]\n}'
  const after = { title: 'New "one"', subtitle: null, tags: ['b'], draft: true }
  expect(edited(json, after, { format: 'json', before: { subtitle: 'Under' } })).toBe(
    '{\n  "title": "New \\"one\\"",\n  "tags": ["b"],\n  "draft": true\n}',
  )
})

test('a block that was mended stays broken where nothing was changed', () => {
  expect(
    edited(
      'title: "Old\ndate: 2024-03-22\nsubtitle: Under',
      { subtitle: 'Below' },
      { before: { subtitle: 'Under' } },
    ),
  ).toBe('title: "Old\ndate: 2024-03-22\nsubtitle: Below')
})

test('parts of several series get their places', () => {
  const after = [
    { name: 'A', position: 1 },
    { name: 'B', position: 2 },
  ]
  expect(edited('title: x', { series: after.slice(0, 1) })).toBe("title: x\nseries: ['A']\nseries_order: 1")
  expect(edited('title: x', { series: after })).toBe(
    'title: x\nseries: [{"name":"A","order":1},{"name":"B","order":2}]',
  )
})
