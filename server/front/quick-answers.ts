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

/** Of one connection: whether it has not asked yet, and whether an answer is being made or written. */
type State = { isFresh: boolean; isAnswering: boolean }

/** What may come before the request before it is answered. */
const EARLY_BYTES = 65_536
const EARLY_PIECES = 64
/** How long a connection that has not asked yet may still do so when all are to end. */
const LAST_MS = 1_000

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
  const connections = new Map<Socket, State>()
  let isDraining = false

  server.on('connection', (socket: Socket) => {
    const state: State = { isFresh: true, isAnswering: false }
    let early: Buffer[] = []
    let earlyBytes = 0
    connections.set(socket, state)
    socket.setTimeout(server.headersTimeout)
    socket.on('data', read).on('end', end).on('timeout', endIdle).on('error', ignore).on('close', forget)

    function read(bytes: Buffer): void {
      if (socket.writableEnded) return
      if (state.isAnswering) return keep(bytes)
      const head = readPlainHead(bytes)
      if (head === null) return handOver(bytes)
      const answer = find(head)
      if (answer === null && canonicalPath(head.url) === null) return handOver(bytes)
      state.isAnswering = true
      if (answer === null) return pass(head, bytes)
      write(socket, `${answer.head}Date: ${dateNow()}\r\n${connection()}\r\n`, answer.body)
      goOn()
    }

    function pass(head: PlainHead, bytes: Buffer): void {
      const whenUnanswered = () => handOver(bytes)
      passPlain(behind, { head, socket, connection, whenWritten: goOn, whenUnanswered })
    }

    function keep(bytes: Buffer): void {
      early.push(bytes)
      earlyBytes += bytes.length
      if (earlyBytes > EARLY_BYTES || early.length > EARLY_PIECES) socket.pause()
    }

    function connection(): string {
      return isDraining ? 'Connection: close\r\n' : keepAlive
    }

    function goOn(): void {
      if (isDraining) return void socket.destroySoon()
      // Who does not read what was sent is not heard before that.
      if (socket.writableNeedDrain) return void socket.once('drain', goOn)
      if (state.isFresh) limitNext()
      state.isAnswering = false
      if (early.length === 0) return
      const bytes = Buffer.concat(early)
      ;[early, earlyBytes] = [[], 0]
      socket.resume()
      read(bytes)
    }

    /** A second more than was promised, as Node has it: who asks at the last moment is not refused. */
    function limitNext(): void {
      state.isFresh = false
      socket.setTimeout(server.keepAliveTimeout + 1_000)
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
      for (const [socket, { isFresh, isAnswering }] of connections) {
        if (isAnswering) continue
        if (isFresh) socket.setTimeout(LAST_MS)
        else socket.destroySoon()
      }
    },
    destroy: () => {
      for (const socket of connections.keys()) socket.destroy()
    },
  }
}

/** A connection that breaks off is closed by Node, and what was done for it ends with it. */
function ignore(): void {}

/** In one call to the system where the body is a string. */
function write(socket: Socket, head: string, body: string | Buffer): void {
  if (typeof body === 'string') return void socket.write(head + body, 'latin1')
  socket.cork()
  socket.write(head, 'latin1')
  socket.write(body)
  socket.uncork()
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
