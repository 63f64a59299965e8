import { expect, test } from 'vitest'
import type { Pages } from '@/server/pages'
import { prepareAnswer } from '@/server/prepared-answer'
import { ask } from '@/tests/support/ask'

const found = prepareAnswer({
  status: 200,
  contentType: 'text/plain',
  headers: {},
  body: Buffer.from('found'),
})
const pages: Pages = {
  kept: () => null,
  mayShare: () => true,
  page: async () => found,
  expire: () => undefined,
}

const get = (url: string, remoteAddress: string) => ask({ pages }, { url, remoteAddress })

test('a client may search 300 times in a minute and is then told when to come again', async () => {
  for (let asked = 0; asked < 300; asked += 1) {
    expect((await get(`/search?q=${asked}`, '192.0.2.1')).statusCode).toBe(200)
  }
  const refused = await get('/search?q=more', '192.0.2.1')
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect(refused.body).toContain('Too many requests')
  expect((await get('/search?q=more', '192.0.2.2')).statusCode).toBe(200)
  expect((await get('/archive', '192.0.2.1')).statusCode).toBe(200)
})

test('all addresses of one IPv6 customer count as one client', async () => {
  for (let asked = 0; asked < 300; asked += 1) await get('/search?q=a', `2001:db8::${asked.toString(16)}`)
  expect((await get('/search?q=a', '2001:db8::ffff')).statusCode).toBe(429)
  expect((await get('/search?q=a', '2001:db8:0:1::1')).statusCode).toBe(200)
})
