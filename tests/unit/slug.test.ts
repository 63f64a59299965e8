import { expect, test } from 'vitest'
import { isSlug, slugify } from '@/lib/slug'

test.each([
  ['Hello, World', 'hello-world'],
  ['  --Hello--  ', 'hello'],
  ['Rust 1.91.0', 'rust-1-91-0'],
  ["It’s Jane's", 'its-janes'],
  ["'quoted' text", 'quoted-text'],
  ['Zürich & Genève', 'zürich-genève'],
  ['Zu\u0308rich', 'zürich'],
  ['日本語のタイトル', '日本語のタイトル'],
  ['第 1 章', '第-1-章'],
  ['مرحبا بالعالم', 'مرحبا-بالعالم'],
  ['हिन्दी में', 'हिन्दी-में'],
  ['ไทยแลนด์ ดี', 'ไทยแลนด์-ดี'],
  ['İstanbul', 'i̇stanbul'],
  ['🎉🎊', 'post'],
  ['❤️', 'post'],
  ['🎉 party ❤️ time', 'party-time'],
  ['', 'post'],
  ['...', 'post'],
  ['\u0301', 'post'],
  ['a\ud800b', 'a-b'],
  ['\udc00', 'post'],
  ['a\0b/c\\d?e#f%g', 'a-b-c-d-e-f-g'],
  ['../../etc/passwd', 'etc-passwd'],
])('%j becomes %s', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

test('a long text ends at a word, and within 120 characters', () => {
  expect(slugify('word '.repeat(2000))).toBe('word-'.repeat(24).slice(0, -1))
  expect(slugify('x'.repeat(10_000))).toBe('x'.repeat(120))
  expect(slugify(`${'x'.repeat(120)} y`)).toBe('x'.repeat(120))
  expect(Array.from(slugify('𝒳'.repeat(200)))).toHaveLength(120)
  expect(slugify('e\u0301\u0302'.repeat(5000)).isWellFormed()).toBe(true)
})

test('a slug of a slug is itself', () => {
  for (const text of ['Rust 1.91.0', 'İstanbul', '日本語 の', 'word '.repeat(2000)]) {
    expect(slugify(slugify(text))).toBe(slugify(text))
    expect(isSlug(slugify(text))).toBe(true)
  }
})

test.each([
  ['1.0-Timeline', true],
  ['My_Post', true],
  ['日本語', true],
  ['', false],
  ['.', false],
  ['..', false],
  ['a.', false],
  ['-a', false],
  ['a b', false],
  ['a/b', false],
  ['a%20b', false],
  ['Zu\u0308rich', false],
  ['x'.repeat(121), false],
])('whether %j may stay as it is: %s', (text, kept) => {
  expect(isSlug(text)).toBe(kept)
})
