import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { type PlainHead, readPlainHead } from '@/server/front/plain-head'

/** What is written for a request: a head that lacks what tells of the connection and its end, and a body. */
export type Quick = { head: string; body: string | Buffer }

/**
 * Answers plain requests on the connection itself, in half the time that Node's HTTP takes for it. The first request that is not
 * plain, or that `find` has nothing for, hands the connection over to Node, with every byte of it and for good. Returns the
 * connections that are not handed over; none of them has a request that waits.
 */
export function answerQuickly(server: Server, find: (head: PlainHead) => Quick | null): ReadonlySet<Socket> {
  const [nodeReads] = server.listeners('connection')
  if (nodeReads === undefined) throw new Error('Node no longer reads HTTP by a listener for connections.')
  server.removeAllListeners('connection')
  const quick = new Set<Socket>()
  const keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${server.keepAliveTimeout / 1_000}\r\n\r\n`

  server.on('connection', (socket: Socket) => {
    quick.add(socket)
    socket.setTimeout(server.headersTimeout)
    socket.on('data', read).on('end', end).on('timeout', endIdle).on('error', ignore).on('close', forget)

    function read(bytes: Buffer): void {
      if (socket.writableEnded) return
      const head = readPlainHead(bytes)
      const answer = head === null ? null : find(head)
      if (answer === null) return handOver(bytes)
      if (!write(socket, `${answer.head}Date: ${dateNow()}\r\n${keepAlive}`, answer.body)) waitForReader()
      // A second more than was promised, as Node has it: who asks at the last moment is not refused.
      if (socket.timeout === server.headersTimeout) socket.setTimeout(server.keepAliveTimeout + 1_000)
    }

    /** Who does not read what was sent is not heard before that. */
    function waitForReader(): void {
      socket.pause().once('drain', () => socket.resume())
    }

    function handOver(bytes: Buffer): void {
      socket
        .off('data', read)
        .off('end', end)
        .off('timeout', endIdle)
        .off('error', ignore)
        .off('close', forget)
      forget()
      socket.setTimeout(0).pause()
      socket.unshift(bytes)
      Reflect.apply(nodeReads ?? ignore, server, [socket])
      socket.resume()
    }

    function endIdle(): void {
      if (socket.writableLength === 0) socket.destroy()
    }
    function end(): void {
      socket.end()
    }
    function forget(): void {
      quick.delete(socket)
    }
  })

  return quick
}

/** A connection that breaks off is closed by Node, and nothing waits for it. */
function ignore(): void {}

/** In one call to the system where the body is a string; returns whether there is room for more. */
function write(socket: Socket, head: string, body: string | Buffer): boolean {
  if (typeof body === 'string') return socket.write(head + body, 'latin1')
  socket.cork()
  socket.write(head, 'latin1')
  const hasRoom = socket.write(body)
  socket.uncork()
  return hasRoom
}

let second = 0
let date = ''

/** Now, as the `Date` header has it. */
function dateNow(): string {
  const now = Math.floor(Date.now() / 1_000)
  if (now !== second) {
    second = now
    date = new Date(now * 1_000).toUTCString()
  }
  return date
}
