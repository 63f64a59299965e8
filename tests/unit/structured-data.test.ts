import { expect, test } from 'vitest'
import { jsonForScript } from '@/components/reader/json-ld'
import { drawable } from '@/domain/cards/card'
import { describePost } from '@/components/post/structured-data'

const post = {
  id: '1', path: '/posts/a', date: new Date('2026-01-02T03:04:05Z'), updated: null, feedId: 'urn:x', pinned: false, language: null,
  title: '</script><script>alert(1)</script>', subtitle: null, summary: 'S', description: null, readingMinutes: 1,
  featuredImage: null,
  featuredImageAlt: null, thumbnail: null, audio: null, tags: [{ name: 'Time', slug: 'time' }],
  authors: [{ name: 'Ada', slug: 'ada b' }], words: 12, picture: { src: '/media/a.webp' },
} // prettier-ignore
const site = { title: 'Blog', description: '', language: 'en', accent: '#a4341f' }

test('no title can leave the structured data', () => {
  const json = jsonForScript(describePost(post, site, 'https://example.org'))
  expect(json).not.toContain('<')
  expect(JSON.parse(json)).toMatchObject({ headline: post.title })
})

test('a post is described with absolute addresses', () => {
  expect(describePost(post, site, 'https://example.org')).toMatchObject({
    '@type': 'BlogPosting',
    mainEntityOfPage: 'https://example.org/posts/a',
    image: 'https://example.org/media/a.webp',
    author: [{ '@type': 'Person', name: 'Ada', url: 'https://example.org/authors/ada%20b' }],
    datePublished: '2026-01-02T03:04:05.000Z',
    dateModified: '2026-01-02T03:04:05.000Z',
  })
})

test('a post without a picture is shown by its card, whose address changes with its title', () => {
  const imageOf = (title: string) =>
    describePost({ ...post, title, picture: null }, site, 'https://example.org').image
  expect(imageOf('A')).toMatch(/^https:\/\/example\.org\/card\/1-[0-9a-f]{12}\.png$/)
  expect(imageOf('A')).not.toBe(imageOf('B'))
  expect(drawable('Größe, Время & Λόγος 🎉')).toBe('Größe, Время & Λόγος')
  expect(drawable('日本語のテスト')).toBe('')
})

test('a post in another language than the site says so', () => {
  const german = { ...post, language: 'de' }
  expect(describePost(german, site, 'https://example.org').inLanguage).toBe('de')
  expect(describePost(post, site, 'https://example.org').inLanguage).toBe('en')
})

test('a post without authors, tags and text is described by the site, with nothing empty', () => {
  const bare = { ...post, authors: [], tags: [], summary: '' }
  const described: unknown = JSON.parse(jsonForScript(describePost(bare, site, 'https://example.org')))
  expect(described).toMatchObject({ author: { '@type': 'Organization', name: 'Blog' } })
  expect(described).not.toHaveProperty('keywords')
  expect(described).not.toHaveProperty('description')
})
