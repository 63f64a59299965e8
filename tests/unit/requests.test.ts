import { expect, test } from 'vitest'
import { canonicalPath } from '@/server/requests'
import { readerQuery, routeOf } from '@/server/routes'

test.each([
  ['/posts/a%2Db', '/posts/a-b'],
  ['/posts/über', '/posts/%C3%BCber'],
  ['/posts/u%CC%88ber', '/posts/%C3%BCber'],
  ['/a?b=/c', '/a'],
  ['/posts/', '/posts/'],
])('%s is the address %s', (asked, canonical) => {
  expect(canonicalPath(asked)).toBe(canonical)
})

test.each([
  '/%',
  '/%zz',
  '/a%00b',
  '/a%2Fb',
  '/a%5Cb',
  'http://evil/',
  '',
  '/a%0d%0ab',
  '//evil.example/',
  '///',
  '/tags/../login',
  '/tags/%2e%2E/login',
  '/tags/.',
])('%s is no address', (asked) => {
  expect(canonicalPath(asked)).toBe(null)
})

test('an address with more parameters than any page has is refused before it costs anything', () => {
  expect(canonicalPath(`/a?${'b&'.repeat(99)}`)).toBe('/a')
  expect(canonicalPath(`/a?${'b&'.repeat(7_000)}`)).toBe(null)
})

test.each([
  ['/admin', 'desk'],
  ['/admin/posts/1', 'desk'],
  ['/administration', 'post'],
  ['/_next/static/a.js', 'desk'],
  ['/', 'list'],
  ['/tags/a/feed.xml', 'list'],
  ['/tagsoup', 'post'],
  ['/posts/a', 'post'],
])('%s belongs to %s', (path, kind) => {
  expect(routeOf(path)).toBe(kind)
})

test('a reader page knows no parameters but those of search', () => {
  expect(readerQuery('/posts/a', 'utm_source=x&q=1')).toBe('')
  expect(readerQuery('/search', 'q=a%26b&utm_source=x&page=2')).toBe('?q=a%26b&page=2')
})
