import inject from 'light-my-request'
import { expect, test } from 'vitest'
import { secondsToWait } from '@/server/load-limit'
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

test('a client may look at what it was sent for review 60 times in a minute', async () => {
  const waits: number[] = []
  for (let asked = 0; asked < 61; asked += 1) waits.push(await waitOf('192.0.2.7'))
  expect(waits.findIndex((wait) => wait > 0)).toBe(60)
  expect(await waitOf('192.0.2.8')).toBe(0)
})

async function waitOf(remoteAddress: string): Promise<number> {
  const answer = await inject(
    (request, response) =>
      void secondsToWait('/preview/token', request).then((wait) => response.end(String(wait ?? 0))),
    { url: '/preview/token', remoteAddress },
  )
  return Number(answer.body)
}
