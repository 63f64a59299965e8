import { expect, test } from 'vitest'
import { localPath } from '@/app/_http/local-path'

const ORIGIN = 'https://blog.example.org'

test.each([
  '//evil.example', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x',
  'https://evil.example/', 'https://blog.example.org@evil.example/', 'https://blog.example.org.evil.example/', 'user@evil.example',
  '/a\nb', '/a\r\nSet-Cookie: x=1', '/a\u0000b', '/a\tb', ' /admin', '/%E0%A4%A', '/%', '/%0d%0aX: y', '/%00', '/%5cevil.example',
  '/..//evil.example', '/.//evil.example', `/${'a'.repeat(4_096)}`, '', 'admin', '?x=1', '/ü', 'http://[', 'http://',
])('%j leads to the desk', (wish) => {
  expect(localPath(wish, { origin: ORIGIN })).toBe('/admin')
}) // prettier-ignore

test.each([
  ['/admin/posts?status=draft#top', '/admin/posts?status=draft#top'],
  ['https://blog.example.org/admin/tags', '/admin/tags'],
  ['/search?q=%C3%BC', '/search?q=%C3%BC'],
] as const)('%s is a path of this site', (wish, path) => {
  expect(localPath(wish, { origin: ORIGIN })).toBe(path)
})
