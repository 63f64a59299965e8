import { describeError, log } from '@/lib/log'
import { sendAnswer, sendPrepared, sendReady } from '@/server/answer'
import { plainAnswer } from '@/server/errors'
import { answerDesk, lacksDatabase } from '@/server/desk'
import type { Exchange } from '@/server/exchange'
import { isReading } from '@/server/front/refusal'
import { answerHealth } from '@/server/health'
import { secondsToWait } from '@/server/load-limit'
import type { Prepared } from '@/server/prepared-answer'
import { answerReader } from '@/server/reader'
import { canonicalPath, requestDeadline, searchOf } from '@/server/requests'
import { answerReview } from '@/server/review'
import { routeOf } from '@/server/routes'
import type { StaticFile } from '@/server/static-files'

/** Answers one request; whatever goes wrong inside, the client gets a status and the process goes on. */
export function handleRequest(exchange: Exchange): void {
  const { pages, request } = exchange
  const kept = isReading(request) ? pages.kept(request.url ?? '') : null
  if (kept === null || !sendAndLend(exchange, kept, pages.mayShare())) void answer(exchange)
}

/** Says whether it could be sent at once; the front then has it for the next who asks. */
function sendAndLend({ request, response, lend }: Exchange, prepared: Prepared, mayShare: boolean): boolean {
  const variant = sendReady({ request, response, mayShare }, prepared)
  if (variant !== null) lend({ url: request.url ?? '', status: prepared.status, variant })
  return variant !== null
}

/** Under an address that a stranger made up the front does not get it: it would take the place of what readers ask for. */
async function sendFile(exchange: Exchange, { answer, isNamed }: StaticFile): Promise<void> {
  if (!isNamed || !sendAndLend(exchange, answer, true)) await sendPrepared(exchange, answer)
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  try {
    const path = canonicalPath(request.url ?? '')
    await (path === null ? refuse(exchange, 400) : route(exchange, path))
  } catch (error) {
    log('request.failed', { method: request.method ?? '', ...describeError(error) })
    if (response.headersSent) response.destroy()
    else await sendAnswer(exchange, plainAnswer(isDatabaseAway(error) ? 503 : 500))
  }
}

async function route(exchange: Exchange, path: string): Promise<void> {
  const { pages, media, files, request, response } = exchange
  setDeadline(exchange, path)
  if (path === '/healthz' || path === '/readyz') return answerHealth(path, request, response)
  if (path.startsWith('/media/') && isReading(request)) return media.answer(request, response, path)
  const file = isReading(request) ? await files.find(path, searchOf(request)) : null
  if (file !== null) return sendFile(exchange, file)
  const wait = await secondsToWait(path, request)
  if (wait !== null) return sendAnswer(exchange, plainAnswer(429, wait))
  if (path.startsWith('/preview/') && isReading(request)) {
    return (await lacksDatabase(path)) ? refuse(exchange, 503) : answerReview(exchange, path)
  }
  if (routeOf(path) === 'desk') {
    return (await lacksDatabase(path)) ? refuse(exchange, 503) : answerDesk(exchange, path)
  }
  if (!isReading(request)) return refuse(exchange, 405)
  await answerReader({ pages, request, response, path })
}

async function refuse({ request, response }: Exchange, status: number): Promise<void> {
  if (status === 405) response.setHeader('allow', 'GET, HEAD')
  await sendAnswer({ request, response }, plainAnswer(status))
}

function setDeadline({ request, response }: Exchange, path: string): void {
  const timer = setTimeout(() => request.complete || request.destroy(), requestDeadline(path) * 1_000)
  response.once('close', () => clearTimeout(timer))
}

/** A lost connection or a pool that is used up: not a bug, and over in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name} ${error.message}` : ''
  return /Can't reach database|P1001|P1017|P2024|ECONNREFUSED|ECONNRESET|timeout exceeded when trying to connect|terminat|starting up|shutting down|recovery mode/i.test(
    text,
  )
}
