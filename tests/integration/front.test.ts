import { createServer as createNetServer } from 'node:net'
import { request as ask, type RequestListener, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { openFront } from '@/server/front/open-front'
import { monotonicNow } from '@/server/monotonic'
import { exchange, FOR_LONG, openBefore, type Opened, pageAt, send } from '@/tests/support/front'
import { freePort } from '@/tests/support/server'

let front: Opened | null = null
afterEach(async () => {
  await front?.close()
  front = null
})

async function before(listener: RequestListener) {
  const { port } = (front = await openBefore(listener))
  return { port, front, get: (path: string, headers = {}) => send(port, { path, headers }) }
}

/** On a machine that is busy. */
const SOON = { timeout: 15_000 }

test('what was lent is answered in front until its moment, and not a request later', async () => {
  let asked = 0
  const { front, get } = await before((_, response) => void response.end(`behind ${++asked}`))
  front.lend(await pageAt('/posts/a', '<p>Ready</p>'))
  expect((await get('/posts/a')).body).toBe('behind 1')
  front.hold(FOR_LONG())
  await expect.poll(async () => (await get('/posts/a')).body, SOON).toBe('<p>Ready</p>')
  front.remove('/posts/a')
  await expect.poll(async () => (await get('/posts/a')).body, SOON).toMatch(/^behind/)
  front.lend(await pageAt('/posts/a', '<p>Ready again</p>'))
  await expect.poll(async () => (await get('/posts/a')).body, SOON).toBe('<p>Ready again</p>')
  const moment = monotonicNow() + 300
  front.hold({ until: moment, shareUntil: moment })
  await expect.poll(async () => (await get('/posts/a')).body, { ...SOON, interval: 10 }).toMatch(/^behind/)
  expect(monotonicNow()).toBeGreaterThanOrEqual(moment)
})

test('a request arrives behind as it was sent, with the address of its client and without one that was forged', async () => {
  const { port } = await before((request, response) => {
    const { method, url, headers } = request
    response.setHeader('set-cookie', ['a=1', 'b=2'])
    void text(request).then((body) => response.end(JSON.stringify({ method, url, headers, body })))
  })
  const headers = {
    host: 'blog.example',
    origin: 'http://127.0.0.1:1',
    'x-octavo-client': '192.0.2.9',
    cookie: 'c=3',
    'content-length': '5',
  }
  const write = { ...headers, host: '127.0.0.1:1' }
  const answer = await send(port, { path: '/login?a=%20b', method: 'POST', headers: write, body: 'hello' })
  const seen: unknown = JSON.parse(answer.body)
  expect(seen).toMatchObject({
    method: 'POST',
    url: '/login?a=%20b',
    body: 'hello',
    headers: { cookie: 'c=3', 'x-octavo-client': '127.0.0.1' },
  })
  expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2'])
})

test('an address with a host before it is the address without', async () => {
  const { port } = await before((request, response) => void response.end(request.url))
  const request =
    'GET http://other.example/posts/a?b HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n'
  expect(await exchange(port, request)).toMatch(/200 OK[^]*\/posts\/a\?b/)
})

test('a request without a host, as HTTP/1.0 has it, is answered whether it lies ready or not', async () => {
  const { port } = await before((_, response) => void response.end('Here.'))
  expect(await exchange(port, 'GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/200 OK[^]*Here\.$/)
})

test('what stands in a body is never a request of its own, however many headers are before its length', async () => {
  const asked: unknown[] = []
  const { port } = await before((request, response) => {
    asked.push([request.url, request.headers['x-octavo-client']])
    response.end('Here.')
  })
  const hidden = 'GET /hidden HTTP/1.1\r\nHost: a\r\nx-octavo-client: 192.0.2.9\r\n\r\n'
  const headers = `Host: a\r\nConnection: close\r\n${'a:\r\n'.repeat(2_100)}Content-Length: ${hidden.length}\r\n\r\n`
  // Newer Nodes find so many headers too large.
  expect(await exchange(port, `GET /open HTTP/1.1\r\n${headers}${hidden}`)).toMatch(/^HTTP\/1\.1 4(?:00|31)/)
  await exchange(port, 'GET /after HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  expect(asked).toEqual([['/after', '127.0.0.1']])
})

test('who asks before sending a body is refused at once, or told to go on', async () => {
  const { port } = await before((_, response) => void response.end('Here.'))
  const asking = (origin: string) =>
    `POST /login HTTP/1.1\r\nHost: 127.0.0.1:1\r\nOrigin: ${origin}\r\nContent-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`
  expect(await exchange(port, asking('http://evil.example'))).toMatch(/^HTTP\/1\.1 403/)
  expect(await exchange(port, `${asking('http://127.0.0.1:1')}body`)).toMatch(/^HTTP\/1\.1 100 [^]*200 OK/)
})

test.each([
  ['PUT', '/posts/a', {}, 405],
  ['POST', '/posts/a', {}, 405],
  ['POST', '/login', { 'content-length': '0' }, 403],
  ['POST', '/login', { origin: 'http://evil.example', 'content-length': '0' }, 403],
  ['POST', '/login', { origin: 'http://127.0.0.1:1', host: '127.0.0.1:1', 'content-length': '9000000' }, 413],
  ['GET', '/%', {}, 400],
  ['GET', '/posts/a', { 'content-length': '9' }, 400],
  ['GET', '/posts/a', { 'transfer-encoding': 'chunked' }, 400],
] as const)('%s %s with %o is refused in front with %i', async (method, path, headers, status) => {
  const { port } = await before(() => expect.fail('Nothing is to be asked behind.'))
  expect((await send(port, { path, method, headers })).status).toBe(status)
})

test('a client that goes away ends what is done for it', async () => {
  const gone = Promise.withResolvers<void>()
  const { port } = await before((_, response) => {
    response.write('first words')
    response.on('close', () => gone.resolve())
  })
  const request = ask({ port, host: '127.0.0.1', path: '/admin', agent: false }, (response) =>
    response.once('data', () => request.destroy()),
  )
  request.on('error', () => undefined)
  request.end()
  await gone.promise
})

test('an answer that breaks off behind breaks off in front, and one that never began is a broken connection', async () => {
  const { get } = await before((request, response) => {
    if (request.url === '/never') return void request.socket.destroy()
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half', () => response.destroy())
  })
  await expect(get('/admin/half')).rejects.toThrow()
  const never = await get('/never').then(
    ({ status }) => status,
    () => 'broken',
  )
  expect([503, 'broken']).toContain(never)
})

test('who has answered before the whole body came is heard', async () => {
  const { port } = await before((request, response) => {
    request.once('data', () => {
      request.pause()
      response.writeHead(415).end('Not this.')
    })
  })
  const body = 'x'.repeat(4_000_000)
  const headers = { origin: 'http://127.0.0.1:1', host: '127.0.0.1:1', 'content-length': String(body.length) }
  const answer = await send(port, { path: '/admin/a', method: 'POST', headers, body })
  expect([answer.status, answer.body]).toEqual([415, 'Not this.'])
})

test('a hundred slow answers do not keep a ready one waiting', async () => {
  const waiting: ServerResponse[] = []
  const { front, get } = await before((_, response) => void waiting.push(response))
  front.hold(FOR_LONG())
  front.lend(await pageAt('/', 'Home'))
  await pause(50)
  const slow = Array.from({ length: 100 }, (_, number) => get(`/slow/${number}`))
  await expect.poll(() => waiting.length, SOON).toBe(100)
  expect((await get('/')).body).toBe('Home')
  for (const response of waiting) response.end('late')
  expect((await Promise.all(slow)).every(({ body }) => body === 'late')).toBe(true)
})

test('closing lets what was begun finish and takes nothing new', async () => {
  const held = Promise.withResolvers<ServerResponse>()
  const { front: opened, get } = await before((_, response) => held.resolve(response))
  const answer = get('/slow')
  const response = await held.promise
  front = null
  const closed = opened.close()
  await expect
    .poll(() =>
      get('/').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    .toBe('refused')
  response.end('done')
  expect((await answer).body).toBe('done')
  await closed
})

test('a port that is taken is said', async () => {
  const taken = createNetServer()
  const port = await freePort()
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve))
  const opened = await openFront((_, response) => void response.end())
  await expect(opened.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  taken.close()
})
