import type { APIRequestContext } from '@playwright/test'
import { expect, test } from '@/tests/support/journey'

/** The first picture of home, with its bytes and its ETag. */
async function firstPicture(request: APIRequestContext) {
  const [, path = ''] = /src="(\/media\/[^"]+)"/.exec(await (await request.get('/')).text()) ?? []
  const answer = await request.get(path)
  return { path, body: await answer.body(), etag: answer.headers().etag ?? '' }
}

test('a picture comes whole, as HEAD, and not again to who has it', async ({ request }) => {
  const { path, body, etag } = await firstPicture(request)
  const head = await request.head(path)
  expect(head.status()).toBe(200)
  expect(head.headers()).toMatchObject({
    'content-length': String(body.length),
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect((await head.body()).length).toBe(0)
  for (const known of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
    const again = await request.get(path, { headers: { 'if-none-match': known } })
    expect([again.status(), (await again.body()).length]).toEqual([304, 0])
  }
  expect((await request.get(path, { headers: { 'if-none-match': '"other"' } })).status()).toBe(200)
})

test('a part of a file is what was asked for, and nonsense is the whole', async ({ request }) => {
  const { path, body, etag } = await firstPicture(request)
  const size = body.length
  const ask = async (range: string, more: Record<string, string> = {}) => {
    const answer = await request.get(path, { headers: { range, ...more } })
    return { status: answer.status(), of: answer.headers()['content-range'], bytes: await answer.body() }
  }
  const part = (start: number, end: number) => ({
    status: 206,
    of: `bytes ${start}-${end}/${size}`,
    bytes: body.subarray(start, end + 1),
  })
  const whole = { status: 200, of: undefined, bytes: body }
  expect(await ask('bytes=0-9')).toEqual(part(0, 9))
  expect(await ask('bytes=10-')).toEqual(part(10, size - 1))
  expect(await ask('bytes=-5')).toEqual(part(size - 5, size - 1))
  expect(await ask(`bytes=5-${size * 2}`)).toEqual(part(5, size - 1))
  for (const nonsense of ['bytes=9-5', 'bytes=a-b', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=', 'x']) {
    expect(await ask(nonsense), nonsense).toEqual(whole)
  }
  expect((await ask(`bytes=${size}-`)).status).toBe(416)
  expect((await ask('bytes=-0')).of).toBe(`bytes */${size}`)
  expect(await ask('bytes=0-9', { 'if-range': etag })).toEqual(part(0, 9))
  expect((await request.head(path, { headers: { range: 'bytes=0-9' } })).status()).toBe(200)
  expect(await ask('bytes=0-9', { 'if-range': '"an earlier one"' })).toEqual(whole)
})

test('what is no file of the library is not there', async ({ request, baseURL }) => {
  for (const path of [
    '/media/nothing.png',
    '/media/',
    '/media/a/b.png',
    '/media/..%2Fsecrets.json',
    '/media/x',
  ]) {
    expect([400, 404], path).toContain((await request.get(path)).status())
  }
  const { path } = await firstPicture(request)
  expect((await request.post(path, { headers: { origin: baseURL ?? '' }, data: 'x' })).status()).toBe(405)
})
