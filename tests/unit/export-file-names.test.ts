import { expect, test } from 'vitest'
import { fileNameOf, isSafePath, mediaNameOf, takePaths } from '@/domain/export/file-names'

test.each([
  ['a-post', 'a-post'],
  ['über-uns', 'über-uns'],
  ['con', 'post-con'],
  ['Aux.2', 'post-aux-2'],
  ['index', 'post-index'],
  ['_index', 'post-index'],
  ['readme', 'post-readme'],
  ['2024-03-01-news', 'post-2024-03-01-news'],
  ['guide.de', 'post-guide-de'],
  ['..', 'post'],
  ['a:b|c', 'a-b-c'],
])('a post %j lies in a file %j', (slug, name) => {
  expect(fileNameOf(slug)).toBe(name)
})

test('a name of many bytes is shortened between two letters', () => {
  const name = fileNameOf('字'.repeat(200))
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120)
  expect(name).toMatch(/^字+$/)
})

test.each([
  ['Photo (1).JPG', 'Photo-1.JPG'],
  ['../../etc/passwd', 'etc-passwd.png'],
  ['', 'file.png'],
  ['con.png', 'file-con.png'],
])('an upload %j is called %j', (fileName, name) => {
  expect(mediaNameOf(fileName, 'Xy12.png')).toBe(name)
})

test('names that differ in case only get numbers, and a folder is no file', () => {
  const paths = takePaths()
  paths.take('posts/Foo.md')
  expect(paths.free('posts/foo.md')).toBe('posts/foo-2.md')
  expect(paths.free('posts')).toBe('posts-2')
})

test.each(['../a', 'a/../b', '/a', 'a//b', 'a\\b', '.'])('%j leads out and is not written', (path) => {
  expect(isSafePath(path)).toBe(false)
})
