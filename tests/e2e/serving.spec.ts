import { get, type IncomingMessage } from 'node:http'
import { expect, test } from '@/tests/support/journey'

const POST = '/posts/a-feed-is-a-promise'

test('an article is a document: no script of a framework, a strict policy', async ({ request }) => {
  const answer = await request.get(POST)
  expect(answer.status()).toBe(200)
  const html = await answer.text()
  const scripts = [...html.matchAll(/<script([^>]*)>/g)].map((match) => match[1])
  expect(scripts.filter((script) => !/src="\/reader\.js|application\/ld\+json/.test(script ?? ''))).toEqual(
    [],
  )
  expect(html).not.toContain('__next_f')
  expect(answer.headers()['content-security-policy']).toContain("script-src 'self'")
  expect(answer.headers()['x-powered-by']).toBeUndefined()
})

test('asking again with the ETag answers 304 without a body, per encoding', async ({ request }) => {
  const tags = new Set<string>()
  for (const encoding of ['br', 'gzip', 'identity']) {
    const { etag = '' } = (await request.get(POST, { headers: { 'accept-encoding': encoding } })).headers()
    tags.add(etag)
    const again = await request.get(POST, { headers: { 'accept-encoding': encoding, 'if-none-match': etag } })
    expect(again.status()).toBe(304)
    expect((await again.body()).length).toBe(0)
    const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...named } = again.headers()
    expect(Object.keys(named).sort()).toEqual(['cache-control', 'etag', 'vary'])
  }
  expect(tags.size).toBe(3)
})

test('a client that offers HTTP/2 on the way is answered all the same', async ({ request, baseURL }) => {
  // Next is asked first, as whoever opens the desk does.
  await request.get('/login')
  const headers = {
    connection: 'Upgrade, HTTP2-Settings',
    upgrade: 'h2c',
    'http2-settings': 'AAMAAABkAAQAoAAAAAIAAAAA',
  }
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(new URL(POST, baseURL), { headers }, resolve).on('error', reject),
  )
  answer.resume()
  expect(answer.statusCode).toBe(200)
})

test('HEAD answers what GET answers, without the body', async ({ request }) => {
  const [get, head] = [await request.get(POST), await request.head(POST)]
  for (const name of ['etag', 'content-length', 'content-type', 'content-security-policy']) {
    expect(head.headers()[name]).toBe(get.headers()[name])
  }
  expect((await head.body()).length).toBe(0)
})

test('every unknown address gets the same bytes, drafts and scheduled posts included', async ({
  request,
}) => {
  const bodies = new Set<string>()
  for (const path of [
    '/nothing',
    '/posts/nothing',
    '/posts/a-page-that-prints',
    '/posts/a-post-that-is-not-here-yet',
    '/tags/nothing',
    '/octavo-gone',
  ]) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(404)
    bodies.add(await answer.text())
  }
  expect(bodies.size).toBe(1)
})

test('a word of a draft or of a scheduled post is found nowhere', async ({ request }) => {
  const pages = [
    '/',
    '/archive',
    '/tags',
    '/series',
    '/authors/octavo',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    '/search?q=prints',
  ]
  for (const path of pages) {
    const text = await (await request.get(path)).text()
    expect(text, path).not.toMatch(/a-page-that-prints|A page that prints/)
  }
  expect(await (await request.get('/archive')).text()).toContain('A feed is a promise')
})

test('parameters that nobody asked for change nothing', async ({ request }) => {
  const plain = await (await request.get(POST)).text()
  const odd = await request.get(`${POST}?utm_source=x&__proto__[a]=1`, {
    headers: { 'x-forwarded-host': 'evil.example', 'x-nonce': 'a' },
  })
  expect(await odd.text()).toBe(plain)
})

const odd = [
  ['/%', 400],
  ['/posts/%00', 400],
  ['/page/0', 404],
  ['/page/-1', 404],
  ['/page/1e9', 404],
  ['/page/NaN', 404],
  ['/page/999999999999999999999999', 404],
  ['/tags/%E0%A4%A', 400],
  ['/posts//a-feed-is-a-promise', 404],
  ['/search?q=a&q=b&q[]=c&page=zzz', 200],
  ['/search?q=%FF%FE%00', 200],
  [`/posts/${'a'.repeat(4_000)}`, 404],
  [`/posts/${'a'.repeat(15_000)}`, 404],
  [`/posts/${'a'.repeat(17_000)}`, 431],
] as const
for (const [path, status] of odd) {
  test(`${path.slice(0, 30)} (${path.length}) answers ${status}`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(status)
  })
}

for (const method of ['OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PROPFIND']) {
  test(`${method} is refused, and the answer says what is possible`, async ({ request }) => {
    const answer = await request.fetch(POST, { method })
    expect([answer.status(), answer.headers()['allow']]).toEqual([405, 'GET, HEAD'])
  })
}

test('a range of a document is answered with the whole', async ({ request }) => {
  const whole = await (await request.get(POST)).text()
  for (const range of ['bytes=0-10', 'bytes=abc', 'bytes=9-1', 'lines=1-2']) {
    const answer = await request.get(POST, { headers: { range } })
    expect([answer.status(), await answer.text()], range).toEqual([200, whole])
  }
})

test('a write that does not come from our own pages is refused', async ({ request, baseURL }) => {
  const own = baseURL ?? ''
  const post = async (headers: Record<string, string>) =>
    (await request.post('/login', { headers, data: 'x' })).status()
  expect(await post({})).toBe(403)
  expect(await post({ origin: 'null' })).toBe(403)
  expect(await post({ origin: 'https://evil.example' })).toBe(403)
  expect(await post({ origin: `${own}.evil.example` })).toBe(403)
  expect((await request.post(POST, { headers: { origin: own } })).status()).toBe(405)
})

test('the feed is well-formed XML with whole texts and absolute addresses', async ({ page }) => {
  await page.goto('/')
  const feed = await page.evaluate(async () => {
    const xml = new DOMParser().parseFromString(await (await fetch('/feed.xml')).text(), 'application/xml')
    const contents = [...xml.getElementsByTagName('content:encoded')].map((element) => element.textContent)
    return {
      error: xml.querySelector('parsererror')?.textContent ?? null,
      items: xml.querySelectorAll('item').length,
      contents,
    }
  })
  expect(feed.error).toBe(null)
  expect(feed.items).toBeGreaterThan(5)
  for (const content of feed.contents) expect(content).not.toMatch(/(?:href|src)="(?:\/|#)/)
})

test('the machines find what they ask for', async ({ request, baseURL }) => {
  const own = baseURL ?? ''
  expect((await request.get('/healthz')).status()).toBe(200)
  expect((await request.get('/readyz')).status()).toBe(200)
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${own}/sitemap.xml`)
  expect(await (await request.get('/sitemap.xml')).text()).toContain(`<loc>${own}${POST}</loc>`)
})

test('the inside of a page and colours that nobody chose have no address', async ({ request }) => {
  for (const path of ['/tags/feeds.rsc', `${POST}.rsc`, '/theme/123456.css']) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})
