import { expect, test } from 'vitest'
import { Refusal } from '@/lib/errors'
import { article, readArticle as read } from '@/tests/support/article'

test.each([
  ['comments: False', article({ comments: 'False' }), { comments: false }],
  ['comments: NO', article({ comments: 'NO' }), { comments: false }],
  ['null audio', article({ audio: 'null' }), { audio: null, extra: {} }],
  ['audio: ~', article({ audio: '~' }), { audio: null, extra: {} }],
  ['CRLF', article({}).replaceAll('\n', '\r\n'), { title: 'A title', body: '\nBody text.\n' }],
  ['CR alone', article({}).replaceAll('\n', '\r'), { title: 'A title', body: '\nBody text.\n' }],
  [
    'a date with microseconds',
    article({ date: '2024-03-22T12:37:34.192123Z' }),
    { date: new Date('2024-03-22T12:37:34.192Z') },
  ],
  [
    'a date without a zone',
    article({ date: '2024-03-22 12:37:34' }),
    { date: new Date('2024-03-22T12:37:34Z') },
  ],
  [
    'a date with a zone',
    article({ date: '2024-03-22 12:37:34 +0530' }),
    { date: new Date('2024-03-22T07:07:34Z') },
  ],
  [
    'a date with the name of a zone',
    article({ date: '2024-03-22 12:37:34 Europe/Berlin' }),
    { date: new Date('2024-03-22T11:37:34Z') },
  ],
  ['keys of objects', article({}, '\n__proto__: {a: 1}\nconstructor: x'), { title: 'A title' }],
] as const)('%s needs no mending', (_dirt, source, expected) => {
  const post = read(source)
  expect(post).toMatchObject(expected)
  expect([post.repairs, post.warnings]).toEqual([[], []])
})

test.each([
  ['2020-13-45', 'line 5: “2020-13-45” is not a date that can be read'],
  ['2024-02-30', 'line 5: “2024-02-30” is not a date that can be read'],
  ['03/04/2024', 'line 5: “03/04/2024” is not a date that can be read'],
])('the date %s is told and guessed by nobody', (date, told) => {
  expect(read(article({ date }))).toMatchObject({ date: null, warnings: [told] })
})

test.each([
  [
    'two thousand maps in one another',
    `---\n${Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')} 1\n---\n`,
  ],
  ['ten thousand brackets', `---\na: ${'['.repeat(10_000)}\n---\n`],
])('%s is refused by its line, at once', (_name, source) => {
  const start = performance.now()
  expect(() => read(source)).toThrow(Refusal)
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('a line of a megabyte, in front matter and below it, is read', () => {
  const long = 'word '.repeat(200_000)
  expect(read(`---\ntitle: A\nnote: ${long}\n---\n${long}`).body.length).toBe(1_000_000)
})

test('a bomb of aliases bursts nothing', () => {
  const lists = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`)
  const start = performance.now()
  expect(read(`---\ntitle: A\na0: &a0 [x]\n${lists.join('\n')}\n---\n`).title).toBe('A')
  expect(performance.now() - start).toBeLessThan(10_000)
})
