import type { RequestListener } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { SHARED } from '@/server/headers'
import { monotonicNow } from '@/server/monotonic'
import { seeded } from '@/prisma/seed/seeded'
import {
  END,
  exchange,
  FOR_LONG,
  openBefore,
  type Opened,
  pageAt,
  talk,
  talkToNode,
} from '@/tests/support/front'

const SOON = { timeout: 15_000 }
const PAGE = '<p>Every page is a promise.</p>'.repeat(20)
const LONG_PAGE = '<p>Nobody reads as fast as this is sent.</p>'.repeat(5_000)
const MORE_THAN_THE_SYSTEM_KEEPS = 100_000_000
const LONG_ASKED = 'GET /long HTTP/1.1\r\nHost: a\r\n\r\n'

let front: Opened | null = null
afterEach(async () => {
  await front?.close()
  front = null
})

/** A front on whose shelf a page lies ready for whoever takes gzip; behind it everything is answered with what was asked. */
async function withPage(listener: RequestListener = echo) {
  const opened = (front = await openBefore(listener))
  opened.hold(FOR_LONG())
  const ready = await pageAt('/posts/a', PAGE, 'gzip', { 'cache-control': SHARED })
  opened.lend(ready)
  opened.lend(await pageAt('/long', LONG_PAGE))
  await expect.poll(() => talk(opened.port, [LONG_ASKED, END]), SOON).toContain(LONG_PAGE)
  return { front: opened, port: opened.port, etag: ready.variant.etag }
}

const echo: RequestListener = (request, response) => {
  const { method, url, headers } = request
  void text(request).then((body) => response.end(JSON.stringify({ method, url, headers, body })))
}

const head = (...lines: string[]) => `${['GET /posts/a HTTP/1.1', 'Host: a', ...lines].join('\r\n')}\r\n\r\n`

test.each([
  ['a page', []],
  ['a page that the client has', ['If-None-Match: ETAG']],
  ['a page of which the client has another version', ['If-None-Match: "other"']],
  ['a page of which the client has several versions', ['If-None-Match: "other", W/ETAG']],
])('%s is sent as Node would send it, to the byte', async (_, lines) => {
  const { front, port, etag } = await withPage()
  const asked = [head('Accept-Encoding: gzip', ...lines).replace('ETAG', etag), END]
  const answer = await talk(port, asked)
  expect(answer).toMatch(
    lines.length > 0 && lines[0] !== 'If-None-Match: "other"' ? /^HTTP\/1\.1 304 / : /^HTTP\/1\.1 200 /,
  )
  expect(answer).toContain(`etag: ${etag}`)
  expect(answer).toBe(await talkToNode(port, asked))
  front.hold({ until: monotonicNow() + 60_000, shareUntil: 0 })
  await expect.poll(() => talk(port, asked), SOON).toContain('s-maxage=0')
  expect(await talk(port, asked)).toBe(await talkToNode(port, asked))
})

const LINES = [
  'Content-Length: 4', 'Content-Length: 0', 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity', 'Host: b', 'Connection: close',
  'Connection: keep-alive', 'Connection: upgrade', 'Upgrade: h2c', 'Expect: 100-continue', 'Accept-Encoding: br', 'Range: bytes=0-3',
  'Accept-Encoding: identity', 'If-None-Match: *', 'If-Modified-Since: Thu, 26 Nov 2026 13:11:07 GMT', 'Cookie: a=b', 'TE: trailers',
] // prettier-ignore
const LETTERS = [
  '\r',
  '\n',
  '\r\n',
  ' ',
  '\t',
  ':',
  '\0',
  '\x7f',
  '\x80',
  ',',
  '/',
  '?',
  '%',
  'GET /posts/a HTTP/1.1\r\n',
]

/** A head that was plain, changed in one to three places. */
function changedHead(random: () => number, etag: string): string {
  const lines = ['Accept-Encoding: gzip', ...(random() < 0.3 ? [`If-None-Match: ${etag}`] : [])]
  const pick = (all: readonly string[]) => all[Math.floor(random() * all.length)] ?? ''
  let text = head(...lines)
  for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
    const at = Math.floor(random() * text.length)
    const way = random()
    if (way < 0.4) text = text.slice(0, at) + pick(LETTERS) + text.slice(at)
    else if (way < 0.6) text = text.slice(0, at) + text.slice(at + 1)
    else if (way < 0.7) text = text.slice(0, at) + text.slice(at).toUpperCase()
    else text = text.replace('\r\n', `\r\n${pick(LINES)}\r\n`)
  }
  return text
}

test('whatever is sent means what it means to Node', async () => {
  const { port, etag } = await withPage()
  const random = seeded(20_261_126)
  const heads = Array.from({ length: 600 }, () => changedHead(random, etag))
  let quick = 0
  async function compare(): Promise<void> {
    for (let asked = heads.pop(); asked !== undefined; asked = heads.pop()) {
      const [ours, nodes] = await Promise.all([talk(port, [asked, END]), talkToNode(port, [asked, END])])
      if (ours.includes('content-encoding: gzip')) quick++
      expect(ours, JSON.stringify(asked)).toBe(nodes)
    }
  }
  await Promise.all(Array.from({ length: 20 }, compare))
  expect(quick).toBeGreaterThan(50)
}, 60_000)

test('a connection goes on with Node from the first request that is not plain, and loses no byte', async () => {
  const { port } = await withPage()
  const page = head('Accept-Encoding: gzip')
  const body = 'x'.repeat(300_000)
  const post = `POST /login HTTP/1.1\r\nHost: 127.0.0.1:1\r\nOrigin: http://127.0.0.1:1\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  const answer = await talk(port, [LONG_ASKED, page, page, post, page, END])
  expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(6)
  expect(answer).toContain(LONG_PAGE)
  expect(answer.match(/^content-encoding: gzip$/gm)).toHaveLength(3)
  expect(answer).toContain(`"body":"${body}"`)
  // Of a head that comes in pieces nothing is lost either.
  expect(await talk(port, [...page, END], 5)).toBe(await talk(port, [page, END]))
})

test('who asks without reading is not heard any more, and gets everything when they read', async () => {
  const { port } = await withPage()
  const asked = 300
  const socket = connect(port, '127.0.0.1')
  for (let number = 0; number < asked; number++) {
    socket.write(LONG_ASKED)
    await new Promise(setImmediate)
  }
  socket.write(END)
  const whole = await text(socket)
  expect(whole.split(LONG_PAGE)).toHaveLength(asked + 1)
})

test('of what comes before an answer only a little is taken, and none of it is lost', async () => {
  const slow = Promise.withResolvers<void>()
  const { port } = await withPage((request, response) => {
    if (request.url === '/slow') void slow.promise.then(() => response.end('slowly'))
    else echo(request, response)
  })
  const body = 'x'.repeat(300_000)
  const early = `GET /slow HTTP/1.1\r\nHost: a\r\n\r\nPOST /login HTTP/1.1\r\nHost: 127.0.0.1:1\r\nOrigin: http://127.0.0.1:1\r\nContent-Length: ${body.length}\r\n\r\n${body}${END}`
  const patient = exchange(port, early)
  const greedy = connect(port, '127.0.0.1').on('error', () => undefined)
  greedy.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n')
  await pause(200)
  greedy.write(Buffer.alloc(MORE_THAN_THE_SYSTEM_KEEPS))
  await pause(1_500)
  expect(greedy.writableLength).toBe(MORE_THAN_THE_SYSTEM_KEEPS)
  slow.resolve()
  expect(await patient).toMatch(/slowly[^]*"body":"x{300000}"/)
  greedy.destroy()
})

test('a connection on which nothing is asked is ended: six seconds after an answer, ten after it began', async () => {
  const { port } = await withPage()
  const lasts = async (piece: string) => {
    const socket: Socket = connect(port, '127.0.0.1')
    const began = monotonicNow()
    socket.write(piece)
    await text(socket)
    return (monotonicNow() - began) / 1_000
  }
  const [after, never] = await Promise.all([lasts(head('Accept-Encoding: gzip')), lasts('')])
  expect(after).toBeGreaterThan(5.5)
  expect(after).toBeLessThan(9)
  expect(never).toBeGreaterThan(9.5)
  expect(never).toBeLessThan(15)
}, 30_000)

test('closing ends connections on which nobody waits', async () => {
  const { front: opened, port } = await withPage()
  const socket = connect(port, '127.0.0.1')
  socket.write(head('Accept-Encoding: gzip'))
  await new Promise((resolve) => socket.once('data', resolve))
  front = null
  const began = monotonicNow()
  await opened.close()
  expect(monotonicNow() - began).toBeLessThan(3_000)
  await new Promise((resolve) => (socket.closed ? resolve(null) : socket.once('close', resolve)))
})

test('a client that breaks off in the middle of a long answer harms nobody', async () => {
  const { port } = await withPage()
  for (let number = 0; number < 20; number++) {
    const socket = connect(port, '127.0.0.1')
    socket.write(LONG_ASKED)
    await new Promise((resolve) => socket.once('data', resolve))
    socket.resetAndDestroy()
  }
  expect(await talk(port, [head('Accept-Encoding: gzip'), END])).toMatch(/^HTTP\/1\.1 200 OK/)
})
