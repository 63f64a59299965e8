import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { sendAnswer } from '@/server/answer'
import { plainAnswer } from '@/server/errors'
import { type Behind, passedOn } from '@/server/front/behind'

/** Passes a request on to the thread behind, and its answer back as it comes. */
export function forward(behind: Behind, request: IncomingMessage, response: ServerResponse): void {
  const { method, url, rawHeaders, socket } = request
  const onward = behind({ method, url, rawHeaders, client: socket.remoteAddress })
  onward.on('response', (answer) => passBack({ answer, onward, request, response }))
  onward.on('error', () => void giveUp(request, response))
  response.on('close', () => response.writableFinished || onward.destroy())
  request.pipe(onward)
}

type Passage = {
  answer: IncomingMessage
  onward: ClientRequest
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
