import { expect, test } from 'vitest'
import { readQuery, readYear, termsOf, tidyQuery } from '@/domain/search/query'
import { snippetOf } from '@/domain/search/snippet'

test('a query is at most 200 characters and 20 words, and nothing in it is invisible', () => {
  expect(tidyQuery('a'.repeat(10_000))).toHaveLength(200)
  expect(tidyQuery('word '.repeat(2_000)).split(' ')).toHaveLength(20)
  expect(tidyQuery(' a\u0000b\ud800 ')).toBe('a b')
})

test.each(['0', '0000', '02024', '20244', '-1', '2024 ', 'x', '', null])('%o is no year', (text) => {
  expect(readYear(text)).toBe(null)
})

test.each([
  ['日本語', '"日本 本語"', []],
  ['日', '', ['日']],
  ['東京 "日本語 text"', '"東京" "日本 本語 text"', []],
  ['a 🎉 b', 'a u1f389 b', []],
])('%s is looked for as the database stores it', (query, words, signs) => {
  const asked = readQuery(query)
  expect(
    asked.words
      .replace(/\s+/g, ' ')
      .replaceAll('" ', '" ')
      .replace(/" ?([^"]*?) ?"/g, '"$1"')
      .trim(),
  ).toBe(words)
  expect(asked.signs).toEqual(signs)
})

test.each([
  ['pendul', { before: '', start: 'pendul' }],
  ['clock pend', { before: 'clock ', start: 'pend' }],
  ['cl', null],
  ['clock -pend', null],
  ['"clock pend', null],
  ['clock or', null],
])('the last word of %j may be unfinished', (query, unfinished) => {
  expect(readQuery(query).unfinished).toEqual(unfinished)
})

test('terms come out of what Postgres made of a query', () => {
  expect(termsOf("'clock' & ( 'o''clock' | 'u1f389':* )")).toEqual(['clock', "o'clock", '🎉'])
})

const marked = (text: string, terms: string[]) => snippetOf(text, terms)?.map((piece, at) => (at % 2 ? `[${piece}]` : piece)).join('') // prettier-ignore

test('a snippet shows what was looked for in its surroundings', () => {
  expect(marked('Happy Clocks and café bells.', ['clock', 'happi', 'cafe'])).toBe(
    '[Happy] [Clocks] and [café] bells.',
  )
  expect(marked('日本語のテスト', ['日本', '本語'])).toBe('[日本]語のテスト')
  expect(marked('a party 🎉 tonight', ['🎉'])).toBe('a party [🎉] tonight')
  expect(marked(`${'word '.repeat(500)}needle ${'word '.repeat(500)}`, ['needl'])).toMatch(
    /^…(word )+\[needle\]( word)+…$/,
  )
  expect(snippetOf('nothing', ['needl'])).toBe(null)
})
