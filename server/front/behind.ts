import { Agent, type ClientRequest, request as ask } from 'node:http'
import { CLIENT_HEADER } from '@/server/requests'

/** Begins a request to the thread behind, as a client at this address sent it; its body is the caller's to send. */
export type Behind = (asked: {
  method: string | undefined
  url: string | undefined
  rawHeaders: readonly string[]
  client: string | undefined
}) => ClientRequest

/** Of one connection, and so not passed on (RFC 9110 § 7.6.1). `Expect` was answered when the request came. */
const OF_THE_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
  'expect',
])

/** The thread behind listens on the socket file `path`. */
export function reachBehind(path: string): Behind {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 })

  return ({ method, url, rawHeaders, client }) => {
    const headers = passedOn(rawHeaders)
    headers.push(CLIENT_HEADER, client ?? 'unknown')
    if (isChunked(rawHeaders)) headers.push('transfer-encoding', 'chunked')
    return ask({ agent, socketPath: path, method, path: url, headers, setHost: false })
  }
}

/** The headers of a message without those that belong to its connection. */
export function passedOn(rawHeaders: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]]
    const lower = name.toLowerCase()
    if (!OF_THE_CONNECTION.has(lower) && lower !== CLIENT_HEADER) kept.push(name, value)
  }
  return kept
}

function isChunked(rawHeaders: readonly string[]): boolean {
  return rawHeaders.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'transfer-encoding')
}
