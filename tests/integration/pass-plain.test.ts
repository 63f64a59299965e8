import type { RequestListener, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { monotonicNow } from '@/server/monotonic'
import { END, openBefore, type Opened, talk, talkToNode } from '@/tests/support/front'

const SOON = { timeout: 15_000 }
const asks = (path: string, ...lines: string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: a', ...lines].join('\r\n')}\r\n\r\n`

let front: Opened | null = null
afterEach(async () => {
  await front?.close()
  front = null
})

async function before(listener: RequestListener): Promise<number> {
  front = await openBefore(listener)
  return front.port
}

const LONG = 'Nobody reads as fast as this is sent. '.repeat(20_000)
const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/short': (response) => void response.end('Here.'),
  '/empty': (response) => void response.writeHead(200).end(),
  '/unchanged': (response) => void response.writeHead(304, { etag: '"a"' }).end(),
  '/nothing': (response) => void response.writeHead(204).end(),
  '/away': (response) => void response.writeHead(302, { location: '/%C3%A9' }).end(),
  '/named': (response) => void response.writeHead(418, 'Short and stout', [['set-cookie', 'a=1'], ['set-cookie', 'b=2']].flat()).end('!'),
  '/closing': (response) => void response.writeHead(200, { connection: 'close' }).end('Here.'),
  '/long': (response) => void response.writeHead(200, { 'content-length': LONG.length }).end(LONG),
  '/long-in-chunks': (response) => {
    for (let at = 0; at < LONG.length; at += 100_000) response.write(LONG.slice(at, at + 100_000))
    response.end()
  },
  '/slowly': (response) => {
    response.write('first')
    setTimeout(() => response.end('last'), 300)
  },
} // prettier-ignore
const answering: RequestListener = ({ url = '' }, response) => {
  const answer = ANSWERS[url]
  if (answer === undefined) response.writeHead(404).end(`Nothing is at ${url}.`)
  else answer(response)
}

test.each([...Object.keys(ANSWERS), '/posts/a?b=%20c', '/%', '//host/path', '/a/../b'])(
  'what is answered behind at %s is sent as Node would send it, to the byte',
  async (path) => {
    const port = await before(answering)
    const pieces = [asks(path, 'Cookie: c=3', 'X-Octavo-Client: 192.0.2.9'), asks('/short'), END]
    const answer = inPieces(await talk(port, pieces))
    expect(answer).toMatch(/^HTTP\/1\.1 \d{3} [^]*Here\.[^]*HTTP\/1\.1 404 /)
    expect(answer).toBe(inPieces(await talkToNode(port, pieces)))
  },
)

/** Where a chunk ends and the next begins is chance; where the last one ends is not. */
function inPieces(answer: string): string {
  return answer.replace(/\r\n[1-9a-f][\da-f]*\r\n/g, '')
}

test('a request arrives behind as it was sent, with the address of its client and without one that was forged', async () => {
  const port = await before(({ method, url, rawHeaders }, response) =>
    response.end(JSON.stringify({ method, url, rawHeaders })),
  )
  const pieces = [asks('/a?b', 'Cookie: c=3', 'x-octavo-client: 192.0.2.9', 'Connection: keep-alive'), END]
  const answer = await talk(port, pieces)
  const raw = ['Host', 'a', 'Cookie', 'c=3', 'x-octavo-client', '127.0.0.1', 'Connection', 'keep-alive']
  expect(answer).toContain(JSON.stringify({ method: 'GET', url: '/a?b', rawHeaders: raw }))
  expect(answer).toBe(await talkToNode(port, pieces))
})

test('who asks again before the answer came is answered in order, however much it is', async () => {
  const asked: string[] = []
  const port = await before(({ url = '' }, response) => {
    asked.push(url)
    setTimeout(() => response.end(`answer ${url}.`), url === '/0' ? 200 : 0)
  })
  const pieces = Array.from({ length: 30 }, (_, number) => asks(`/${number}`, `Cookie: ${'c'.repeat(5_000)}`))
  const socket = connect(port, '127.0.0.1')
  for (const piece of [...pieces, END]) {
    socket.write(piece)
    await pause(2)
  }
  const numbers = [...(await text(socket)).matchAll(/answer \/(\w+)\./g)].map(([, number]) => number)
  expect(numbers).toEqual([...Array.from({ length: 30 }, (_, number) => String(number)), 'end'])
  expect(asked).toHaveLength(31)
})

test('a client that goes away ends what is done for it, whether it says so or not', async () => {
  const begun: ServerResponse[] = []
  let ended = 0
  const port = await before((_, response) => {
    begun.push(response)
    response.write('first words')
    response.on('close', () => ended++)
  })
  const sockets = Array.from({ length: 3 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
  for (const socket of sockets) socket.write(asks('/slow'))
  await expect.poll(() => begun.length, SOON).toBe(3)
  sockets[0]?.end()
  sockets[1]?.destroy()
  sockets[2]?.resetAndDestroy()
  await expect.poll(() => ended, SOON).toBe(3)
})

test('an answer that breaks off behind breaks off in front, and where none began it is said', async () => {
  const port = await before((request, response) => {
    if (request.url === '/never') return void request.socket.destroy()
    response.write('half', () => response.destroy())
  })
  const half = await talk(port, [asks('/half')])
  expect(half).toContain('half')
  expect(half).not.toContain('\r\n0\r\n')
  expect(await talk(port, [asks('/never'), END])).toMatch(/^(?:HTTP\/1\.1 503 |$)/)
})

test('who reads slowly gets all of it, and meanwhile it is not kept in memory here', async () => {
  let [sent, isFull] = [0, false]
  const port = await before((_, response) => {
    function more(): void {
      for (; sent < 200; sent++) {
        if (response.write('x'.repeat(1_000_000))) continue
        isFull = true
        sent++
        return void response.once('drain', more)
      }
      response.end()
    }
    more()
  })
  const socket = connect(port, '127.0.0.1')
  socket.write(asks('/much'))
  socket.pause()
  await expect.poll(() => isFull, SOON).toBe(true)
  for (let before = -1; before !== sent; await pause(500)) before = sent
  expect(sent).toBeLessThan(50)
  let received = 0
  socket.on('data', (bytes: Buffer) => {
    received += bytes.length
    if (received > 200_000_000 && bytes.subarray(-5).toString('latin1') === '0\r\n\r\n') socket.end()
  })
  socket.resume()
  await new Promise((resolve) => socket.on('close', resolve))
  expect(received).toBeGreaterThan(200_000_000)
})

test('closing lets an answer finish that was begun, and says that the connection ends', async () => {
  const held = Promise.withResolvers<ServerResponse>()
  const port = await before((_, response) => held.resolve(response))
  const answer = talk(port, [asks('/slow')])
  const response = await held.promise
  const closed = front?.close()
  front = null
  await pause(100)
  response.end('done')
  expect(await answer).toMatch(/Connection: close[^]*done/)
  await closed
})

test('who asks on and on without reading is not heard any more, and gets everything when they read', async () => {
  const count = 800
  let asked = 0
  const port = await before((_, response) => {
    asked++
    response.end('x'.repeat(60_000))
  })
  const socket = connect(port, '127.0.0.1').setNoDelay().pause()
  for (let number = 0; number < count; number++) {
    socket.write(asks(`/${number}`))
    await pause(3)
  }
  expect(asked).toBeLessThan(count / 2)
  socket.write(END)
  expect((await text(socket)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(count + 1)
})

test('closing does not wait for clients that never end, and still answers who was just let in', async () => {
  const port = await before((_, response) => void response.end('Here.'))
  const [fresh, silent, idle] = Array.from({ length: 3 }, () =>
    connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined),
  )
  idle?.write(asks('/'))
  await new Promise((resolve) => idle?.once('data', resolve))
  const began = monotonicNow()
  const closed = front?.close()
  front = null
  await pause(100)
  const answer = text(fresh ?? expect.fail('There is no connection.'))
  fresh?.write(asks('/'))
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[^]*Connection: close[^]*Here\./)
  await closed
  expect(monotonicNow() - began).toBeLessThan(4_000)
  silent?.destroy()
})
