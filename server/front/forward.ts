import { Agent, type IncomingMessage, request as ask, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { sendAnswer } from '@/server/answer'
import { plainAnswer } from '@/server/errors'
import { CLIENT_HEADER } from '@/server/requests'

export type Forward = (request: IncomingMessage, response: ServerResponse) => void

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

/** Passes requests on to the thread behind, which listens on the socket file `behind`, and its answers back as they come. */
export function createForward(behind: string): Forward {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 })

  return (request, response) => {
    const headers = passedOn(request.rawHeaders)
    headers.push(CLIENT_HEADER, request.socket.remoteAddress ?? 'unknown')
    if (request.headers['transfer-encoding'] !== undefined) headers.push('transfer-encoding', 'chunked')
    const onward = ask({
      agent,
      socketPath: behind,
      method: request.method,
      path: request.url,
      headers,
      setHost: false,
    })
    onward.on('response', (answer) => passBack({ answer, onward, request, response }))
    onward.on('error', () => void giveUp(request, response))
    response.on('close', () => response.writableFinished || onward.destroy())
    request.pipe(onward)
  }
}

type Passage = {
  answer: IncomingMessage
  onward: ReturnType<typeof ask>
  request: IncomingMessage
  response: ServerResponse
}

function passBack({ answer, onward, request, response }: Passage): void {
  if (answer.headers.connection === 'close' && !request.complete) response.shouldKeepAlive = false
  response.writeHead(answer.statusCode ?? 500, answer.statusMessage, passedOn(answer.rawHeaders))
  // Who is not interested in a body any more has answered: the client may finish sending, and reads the answer then.
  answer.on('end', () => {
    if (onward.writableFinished) return
    request.unpipe(onward)
    request.resume()
    onward.destroy()
  })
  // A client that goes away, or an answer that breaks off: either ends the other.
  pipeline(answer, response, (error) => error && response.destroy())
}

/** The thread behind ends what it will not answer; then we do too. When it cannot be reached at all it is about to stop. */
async function giveUp(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (response.destroyed || response.writableEnded) return
  if (response.headersSent || !request.complete) return void response.destroy()
  await sendAnswer({ request, response }, plainAnswer(503))
}

function passedOn(raw: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = [raw[at], raw[at + 1]]
    const lower = name.toLowerCase()
    if (!OF_THE_CONNECTION.has(lower) && lower !== CLIENT_HEADER) kept.push(name, value)
  }
  return kept
}
