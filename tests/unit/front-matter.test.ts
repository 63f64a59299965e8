import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '@/domain/transfer/front-matter'
import { Refusal } from '@/lib/errors'

test.each([
  ['YAML', '---\ntitle: A\ndraft: true\n---\nBody', 'yaml'],
  ['YAML closed by dots', '---\ntitle: A\ndraft: true\n...\nBody', 'yaml'],
  ['YAML with its name', '---yaml\ntitle: A\ndraft: true\n---\nBody', 'yaml'],
  ['TOML', '+++\ntitle = "A"\ndraft = true\n+++\nBody', 'toml'],
  ['TOML between dashes', '---toml\ntitle = "A"\ndraft = true\n---\nBody', 'toml'],
  ['JSON', '{\n  "title": "A",\n  "draft": true\n}\nBody', 'json'],
  ['JSON on one line', '{"title": "A", "draft": true}\nBody', 'json'],
  ['JSON between dashes', '---json\n{"title": "A", "draft": true}\n---\nBody', 'json'],
] as const)('%s is read as it stands', (_, source, format) => {
  expect(parseFrontMatter(source)).toEqual({
    format,
    values: { title: 'A', draft: true },
    body: 'Body',
    repairs: [],
  })
})

test.each([
  ['nothing', ''],
  ['prose', 'Just text.\n\nAnd more.\n'],
  ['a rule at the top', '---\n\nA quiet beginning.\n\n---\n\nAnd an end.\n'],
  ['a template', '{{< figure src="x" >}}\n'],
  ['a heading with a line below', 'title: of a kind\n---\n\ntext\n'],
  ['an MDX comment', '{/* hello */}\n'],
])('%s is no front matter and stays body', (_, source) => {
  expect(parseFrontMatter(source)).toEqual({ format: 'none', values: {}, body: source, repairs: [] })
})

test('the body keeps every character after the line break of the closing line', () => {
  expect(parseFrontMatter('---\ntitle: A\n---\n\n\n  Body \n\n').body).toBe('\n\n  Body \n\n')
  expect(parseFrontMatter('---\r\ntitle: A\r\n---\r\nOne\r\ntwo\rthree').body).toBe('One\ntwo\nthree')
  expect(parseFrontMatter('---\ntitle: A\n---').body).toBe('')
  expect(parseFrontMatter('---\na: "---"\nb: |\n  ---\n---\nBody').body).toBe('Body')
})

describe('values stay what was written', () => {
  test.each([
    ['title: 1.10', { title: '1.10' }],
    ['title: 2024', { title: '2024' }],
    ['title: 007', { title: '007' }],
    ['title: True', { title: 'True' }],
    ['title: 2024-01-01', { title: '2024-01-01' }],
    ['title: No', { title: 'No' }],
    ['title: ~', { title: null }],
    ['title:', { title: null }],
    ['tags: [1.10, true, C#, null]', { tags: ['1.10', 'true', 'C#', null] }],
    ['version: 1.10', { version: '1.10' }],
    ['big: 12345678901234567890', { big: '12345678901234567890' }],
    ['weight: 3', { weight: 3 }],
    ['comments: False', { comments: false }],
    ['comments: no', { comments: 'no' }],
    ['ratio: .inf', { ratio: '.inf' }],
    ['date: 2024-03-22 12:37:34.192837 +0100', { date: '2024-03-22 12:37:34.192837 +0100' }],
    ['base: &b {a: 1}\nother:\n  <<: *b\n  c: 2', { base: { a: 1 }, other: { a: 1, c: 2 } }],
    ['text: "a\\0b\\uD800c"', { text: 'ab\ufffdc' }],
    ['text: |\n  one\n\n  two\n', { text: 'one\n\ntwo\n' }],
  ])('YAML %j', (block, values) => {
    expect(parseFrontMatter(`---\n${block}\n---\n`)).toMatchObject({ values, repairs: [] })
  })

  test.each([
    ['date = 2024-02-30', { date: '2024-02-30' }],
    ['date = 2024-03-22T12:37:34.192837+01:00 # noon', { date: '2024-03-22T12:37:34.192837+01:00' }],
    ['date = 2024-03-22 12:37:34', { date: '2024-03-22 12:37:34' }],
    ['big = 12345678901234567890', { big: '12345678901234567890' }],
    ['ratio = inf', { ratio: 'Infinity' }],
    [
      '[taxonomies]\ntags = ["a"]\n[extra]\ntoc = true',
      { taxonomies: { tags: ['a'] }, extra: { toc: true } },
    ],
  ])('TOML %j', (block, values) => {
    expect(parseFrontMatter(`+++\n${block}\n+++\n`)).toMatchObject({ values, repairs: [] })
  })

  test('a key named like an inherited property is only a key', () => {
    const { values } = parseFrontMatter('---\n__proto__:\n  draft: true\nconstructor: x\n---\n')
    expect(Object.keys(values)).toEqual(['__proto__', 'constructor'])
    expect(values.draft).toBeUndefined()
  })
})

test.each([
  [
    'never closed',
    '---\ntitle: A\n# comment\n - x',
    'line 1: the front matter that begins here is never closed',
  ],
  [
    'never closed TOML',
    '+++\ntitle = "A"\n\nBody',
    'line 1: the front matter that begins here is never closed',
  ],
  ['a merge of text', '---\na: &a x\n<<: *a\n---\n', 'line 2: merge sources must be maps'],
  [
    'never closed JSON',
    '{\n"title": "A"\n\nBody',
    'line 1: the front matter that begins here is never closed',
  ],
  ['JavaScript', '---js\n{ title: "A" }\n---\n', 'line 1: front matter written in JavaScript is not read'],
  ['a list that ends in a map', '---\ntitle: A\ntags: [a, {b: c]\n---\n', 'line 3: '],
  ['a map that is never closed', '\n---\ntitle: A\ncover: {image: x\n---\n', 'line 4: '],
  ['an unknown alias of a map', '---\na: {b: *c}\n---\n', 'line 2: '],
])('%s is refused with line and reason', (_, source, message) => {
  expect(() => parseFrontMatter(source)).toThrow(Refusal)
  expect(() => parseFrontMatter(source)).toThrow(message)
})

test.each([
  ['brackets', `---\na: ${'['.repeat(50_000)}\n---\n`],
  ['TOML brackets', `+++\na = ${'['.repeat(50_000)}\n+++\n`],
  ['braces', `{"a": ${'{"a":'.repeat(20_000)}1${'}'.repeat(20_001)}\n`],
  ['dashes', `---\na:\n ${'- '.repeat(20_000)}x\n---\n`],
  [
    'aliases',
    `---\na0: &a0 [x,x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n},*a${n}]`).join('\n')}\n---\n`,
  ],
])('a bomb of %s is refused or tamed, quickly', (_, source) => {
  const start = performance.now()
  try {
    parseFrontMatter(source)
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
  }
  expect(performance.now() - start).toBeLessThan(15_000)
})
