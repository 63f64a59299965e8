import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Behind } from '@/server/front/behind'
import { passPlain } from '@/server/front/pass-plain'
import { type PlainHead, readPlainHead } from '@/server/front/plain-head'
import { canonicalPath } from '@/server/requests'

/** What is written for a request: a head that lacks what tells of the connection and its end, and a body. */
export type Quick = { head: string; body: string | Buffer }

export type QuickAnswers = {
  /** Ends each connection as soon as nobody waits for an answer on it. */
  drain(): void
  destroy(): void
}

/** Bytes that may come before the request before them is answered. */
const EARLY = 65_536

/**
 * Answers plain requests on the connection itself, in half the time that Node's HTTP takes for it: what `find` has at once, and
 * the rest by asking `behind`. The first request that is not plain hands the connection over to Node, with every byte of it
 * and for good.
 */
export function answerQuickly(
  server: Server,
  { find, behind }: { find: (head: PlainHead) => Quick | null; behind: Behind },
): QuickAnswers {
  const [nodeReads] = server.listeners('connection')
  if (nodeReads === undefined) throw new Error('Node no longer reads HTTP by a listener for connections.')
  server.removeAllListeners('connection')
  const keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${server.keepAliveTimeout / 1_000}\r\n`
  const connections = new Map<Socket, { isAnswering: boolean }>()
  let isDraining = false

  server.on('connection', (socket: Socket) => {
    const state = { isAnswering: false }
    let early: Buffer[] = []
    connections.set(socket, state)
    socket.setTimeout(server.headersTimeout)
    socket.on('data', read).on('end', end).on('timeout', endIdle).on('error', ignore).on('close', forget)

    function read(bytes: Buffer): void {
      if (socket.writableEnded) return
      if (state.isAnswering) return keep(bytes)
      const head = readPlainHead(bytes)
      const answer = head === null ? null : find(head)
      if (answer !== null) return send(answer)
      if (head === null || canonicalPath(head.url) === null) return handOver(bytes)
      state.isAnswering = true
      passPlain(behind, {
        head,
        socket,
        connection,
        whenWritten: goOn,
        whenUnanswered: () => handOver(bytes),
      })
    }

    function send({ head, body }: Quick): void {
      if (!write(socket, `${head}Date: ${dateNow()}\r\n${keepAlive}\r\n`, body)) {
        // Who does not read what was sent is not heard before that.
        socket.pause().once('drain', () => socket.resume())
      }
      limitNext()
    }

    function keep(bytes: Buffer): void {
      early.push(bytes)
      if (early.reduce((sum, { length }) => sum + length, 0) > EARLY) socket.pause()
    }

    function connection(): string {
      return isDraining ? 'Connection: close\r\n' : keepAlive
    }

    function goOn(): void {
      state.isAnswering = false
      if (isDraining) return void socket.end()
      limitNext()
      const bytes = Buffer.concat(early)
      early = []
      socket.resume()
      if (bytes.length > 0) read(bytes)
    }

    /** A second more than was promised, as Node has it: who asks at the last moment is not refused. */
    function limitNext(): void {
      if (socket.timeout === server.headersTimeout) socket.setTimeout(server.keepAliveTimeout + 1_000)
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
      socket.unshift(Buffer.concat([bytes, ...early]))
      Reflect.apply(nodeReads ?? ignore, server, [socket])
      socket.resume()
    }

    function end(): void {
      socket.end()
    }
    function endIdle(): void {
      if (socket.writableLength === 0 && !state.isAnswering) socket.destroy()
    }
    function forget(): void {
      connections.delete(socket)
    }
  })

  return {
    drain: () => {
      isDraining = true
      for (const [socket, { isAnswering }] of connections) if (!isAnswering) socket.end()
    },
    destroy: () => {
      for (const socket of connections.keys()) socket.destroy()
    },
  }
}

/** A connection that breaks off is closed by Node, and what was done for it ends with it. */
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
