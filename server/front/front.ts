import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { isKnown, sendAnswer, sendVariant } from '@/server/answer'
import { codeOf } from '@/server/error-code'
import { plainAnswer } from '@/server/errors'
import { reachBehind } from '@/server/front/behind'
import { forward } from '@/server/front/forward'
import type { FromFront, Span, ToFront } from '@/server/front/message'
import type { PlainHead } from '@/server/front/plain-head'
import { answerQuickly, type Quick } from '@/server/front/quick-answers'
import { hasBody, isReading, statusOfRefusal } from '@/server/front/refusal'
import { createShelf, type Shelved } from '@/server/front/shelf'
import { SHARED, UNSHARED } from '@/server/headers'
import { monotonicNow } from '@/server/monotonic'
import { targetOf } from '@/server/requests'

// The thread that clients talk to. What lies ready on its shelf it answers itself, beside whatever the thread behind renders;
// everything else is passed on. See docs/decisions/0016-a-thread-in-front.md.
const SHELF_BYTES = 24 * 1024 * 1024
const DRAIN_MS = 15_000
const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  // Uploads may take this long; shorter deadlines are set per request.
  requestTimeout: 1_800_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
}

const shelf = createShelf(SHELF_BYTES)
const behind = reachBehind(String(workerData))
let span: Span = { until: -Infinity, shareUntil: -Infinity }

const server = createServer(LIMITS, answer)
// Node would leave out the 1,001st header and those after it, the length of a body among them, and then what follows would be
// passed on as a request of its own. How many bytes they are has a limit.
server.maxHeadersCount = 0
server.on('checkContinue', answerExpecting)
server.on('clientError', (error, socket) => refuseConnection(error, socket))
const quick = answerQuickly(server, { find: findQuick, behind })
server.on('error', (error) => tell({ is: 'failed', code: String(codeOf(error)), message: error.message }))

parentPort?.on('message', (message: ToFront) => {
  if (message.is === 'ready') shelf.put(message.ready)
  else if (message.is === 'stale') shelf.remove(message.urls)
  else if (message.is === 'good') span = message.span
  else if (message.is === 'listen') server.listen(message.port, message.host, () => tell({ is: 'listening' }))
  else void drain(server).then(() => tell({ is: 'closed' }))
})

function findShelved(url: string, headers: IncomingHttpHeaders): Shelved | null {
  return monotonicNow() < span.until ? shelf.find(url, headers['accept-encoding']) : null
}

function mayShare(): boolean {
  return monotonicNow() < span.shareUntil
}

function findQuick({ url, headers }: PlainHead): Quick | null {
  const shelved = findShelved(url, headers)
  if (shelved === null) return null
  const { status, variant, head, headWhenUnchanged } = shelved
  const answer =
    status === 200 && isKnown(headers, variant)
      ? { head: headWhenUnchanged, body: '' }
      : { head, body: variant.body }
  return mayShare() ? answer : { ...answer, head: answer.head.replace(SHARED, UNSHARED) }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = (request.url = targetOf(request))
  const shelved = isReading(request) && !hasBody(request) ? findShelved(url, request.headers) : null
  if (shelved !== null) return sendVariant({ request, response, mayShare: mayShare() }, shelved)
  const refusal = statusOfRefusal(request)
  if (refusal !== null) return void refuse(request, response, refusal)
  forward(behind, request, response)
}

/** Who asks before sending a body hears a refusal instead of being told to go on. */
function answerExpecting(request: IncomingMessage, response: ServerResponse): void {
  request.url = targetOf(request)
  if (statusOfRefusal(request) === null) response.writeContinue()
  answer(request, response)
}

async function refuse(request: IncomingMessage, response: ServerResponse, status: number): Promise<void> {
  // The body that was not read stays on the connection, so it cannot be used again.
  if (!isReading(request) || hasBody(request)) response.setHeader('connection', 'close')
  if (status === 405) response.setHeader('allow', 'GET, HEAD')
  await sendAnswer({ request, response }, plainAnswer(status))
}

const STATUS_OF_CONNECTION_ERROR: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What cannot be read as HTTP gets its status and the end of the connection; the others notice nothing. */
function refuseConnection(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = STATUS_OF_CONNECTION_ERROR[error.code ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

/** Takes no new connection and lets requests in flight finish. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  quick.drain()
  const giveUp = setTimeout(() => {
    server.closeAllConnections()
    quick.destroy()
  }, DRAIN_MS)
  await closed
  clearTimeout(giveUp)
}

function tell(message: FromFront): void {
  parentPort?.postMessage(message)
}
