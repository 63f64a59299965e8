import { expect, test } from 'vitest'
import { prepareAnswer } from '@/server/prepared-answer'
import { ask } from '@/tests/support/ask'

const DATE = 'Tue, 03 Feb 2026 04:05:06 GMT'
const feed = prepareAnswer({
  status: 200,
  contentType: 'application/rss+xml',
  headers: { 'last-modified': DATE },
  body: Buffer.from('<rss/>'),
})
const pages = {
  kept: () => feed,
  page: () => Promise.resolve(feed),
  mayShare: () => true,
  expire: () => undefined,
}
const statusFor = async (headers: Record<string, string>) =>
  (await ask({ pages }, { url: '/feed.xml', headers })).statusCode

test('a program that has the feed hears 304, by its tag or by its date', async () => {
  const { headers } = await ask({ pages }, { url: '/feed.xml' })
  expect(headers['last-modified']).toBe(DATE)
  expect(await statusFor({ 'if-none-match': String(headers.etag) })).toBe(304)
  expect(await statusFor({ 'if-modified-since': DATE })).toBe(304)
})

test('a later date proves nothing, and a date counts for nothing beside another tag', async () => {
  expect(await statusFor({ 'if-modified-since': 'Wed, 04 Feb 2026 04:05:06 GMT' })).toBe(200)
  expect(await statusFor({ 'if-modified-since': 'yesterday' })).toBe(200)
  expect(await statusFor({ 'if-none-match': '"another"', 'if-modified-since': DATE })).toBe(200)
})
