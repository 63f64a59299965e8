import { type IncomingMessage, request as ask, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { type Front, openFront } from '@/server/front/open-front'
import type { Ready } from '@/server/front/message'
import { monotonicNow } from '@/server/monotonic'
import { prepareAnswer } from '@/server/prepared-answer'
import { freePort } from '@/tests/support/server'

export type Opened = Front & { port: number }

/** The real front, with a listener behind it that the test writes. */
export async function openBefore(listener: RequestListener): Promise<Opened> {
  const port = await freePort()
  const front = await openFront(listener)
  await front.listen({ host: '127.0.0.1', port })
  return { ...front, port }
}

export type Sent = { path: string; method?: string; headers?: Record<string, string>; body?: string }
export type Received = { status: number; headers: IncomingMessage['headers']; body: string }

/** Asks by a client of HTTP, on a connection of its own. */
export function send(port: number, { path, method = 'GET', headers = {}, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = ask({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      text(response).then(
        (whole) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole }),
        reject,
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** What comes back for these bytes until the connection ends. */
export function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

/** A page as the thread behind lends it. */
export async function pageAt(url: string, body: string, accepted = 'identity', headers = {}): Promise<Ready> {
  const prepared = prepareAnswer({
    status: 200,
    contentType: 'text/html; charset=utf-8',
    headers,
    body: Buffer.from(body),
  })
  return { url, status: 200, variant: await prepared.variantFor(accepted) }
}

export const FOR_LONG = () => ({ until: monotonicNow() + 60_000, shareUntil: monotonicNow() + 60_000 })

/** The last request of a connection, so that what came before it is known to be all. */
export const END = 'GET /end HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'

/**
 * What comes back on one connection for these bytes, each piece sent when the one before was answered, or was not for
 * `patience` milliseconds. The time of the answer is left out.
 */
export async function talk(port: number, pieces: readonly string[], patience = 1_000): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  const received: Buffer[] = []
  let answered = Promise.withResolvers<void>()
  socket.on('data', (bytes: Buffer) => {
    received.push(bytes)
    answered.resolve()
  })
  for (const piece of pieces) {
    answered = Promise.withResolvers<void>()
    socket.write(piece, 'latin1')
    await Promise.race([answered.promise, closed, pause(patience)])
  }
  await closed
  return Buffer.concat(received)
    .toString('latin1')
    .replace(/^Date: .*$/gm, 'Date: now')
}

/** The same by Node's HTTP alone: what asks for nothing that is ready has handed the connection over before. */
export async function talkToNode(port: number, pieces: readonly string[]): Promise<string> {
  const first = 'HEAD /first HTTP/1.1\r\nHost: a\r\n\r\n'
  const whole = await talk(port, [first, ...pieces])
  return whole.slice(whole.indexOf('\r\n\r\n') + 4)
}
