import { expect, test } from 'vitest'
import { deskListing, emptyContent, postContent } from '@/domain/posts/schema'
import { settingsInput } from '@/domain/settings/schema'

const accepts = (part: object) => postContent.safeParse({ ...emptyContent, ...part }).success

const ADDRESSES = ['featuredImage', 'thumbnail', 'audio', 'canonicalUrl'] as const

test.each(ADDRESSES)('%s is an address that can be made absolute, or none', (field) => {
  for (const url of ['https://example.org/a.png', 'HTTP://example.org', '/media/a.png', '/%', '', null])
    expect(accepts({ [field]: url }), String(url)).toBe(true)
  for (const url of [
    'https://[',
    'http://a:99999999/',
    'https://',
    'https://%',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a',
    'a.png',
    'https://a b',
    'https:\u0000//a',
  ])
    // prettier-ignore
    expect(accepts({ [field]: url }), url).toBe(false)
})

test('a slug has nothing that cannot be seen or would end the path', () => {
  for (const slug of ['', 'a', '漢字', 'a.b', 'a&b', '(x)', 'ü']) expect(accepts({ slug }), slug).toBe(true)
  for (const slug of [
    'a\u0085b',
    'a\u007fb',
    'a\u202eb',
    'a\u200bb',
    'a\u2028b',
    'a\u00a0b',
    'a b',
    'a/b',
    'a%b',
    '.',
    '..',
    'a\u0000',
    'a'.repeat(201),
  ])
    // prettier-ignore
    expect(accepts({ slug }), JSON.stringify(slug)).toBe(false)
})

test('fields that no form offers are dropped', () => {
  const odd = {
    id: 'x',
    draft: false,
    date: new Date(),
    role: 'owner',
    pinned: true,
    createdById: 'x',
    version: 9,
  }
  const content = postContent.parse({
    ...emptyContent,
    ...odd,
    ...JSON.parse('{"__proto__":{"role":"owner"}}'),
  })
  expect(Object.keys(content).filter((key) => key in odd)).toEqual([])
  expect('role' in content).toBe(false)
})

test('what the list of the desk is asked for reaches the database without control characters', () => {
  const odd = deskListing.parse({ q: 'a\u0000b', tag: '\u0000', author: '\ud800', after: 'x\u0000' })
  expect(odd).toMatchObject({ q: 'ab', tag: '', author: '\ufffd', after: null })
})

test('the language of the site is one that dates can be told in', () => {
  const feeds = { postsPerFeed: 20, feedContent: 'whole' }
  const site = { title: 'A', description: '', timeZone: 'UTC', accent: '#000000', postsPerPage: 10, ...feeds }
  const takes = (language: string) => settingsInput.safeParse({ ...site, language }).success
  for (const code of ['en', 'de-CH', 'zh-Hant-TW', 'es-419']) {
    expect(takes(code), code).toBe(true)
    expect(() => new Intl.DateTimeFormat(code)).not.toThrow()
  }
  for (const code of ['en-a1', 'en-ab-cd', 'en-00', 'zz-ZZ-zz-zz', 'e', 'en_GB', '"><b>'])
    expect(takes(code), code).toBe(false)
})
