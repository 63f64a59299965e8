import { countReview } from '@/domain/reviews/reading'
import { isReading } from '@/domain/reviews/review'
import { sendAnswer } from '@/server/answer'
import { toDocument } from '@/server/document'
import { plainAnswer } from '@/server/errors'
import type { Exchange } from '@/server/exchange'
import { reviewHeaders } from '@/server/headers'
import { type Rendering, renderPage } from '@/server/render-page'

/** One page for every link that does not work, so that all of them get the same bytes. */
const ENDED = '/preview/ended'

/** Answers the address of a review link with a document that is made anew for each request and kept nowhere. */
export async function answerReview({ next, request, response }: Exchange, path: string): Promise<void> {
  const asker = { request, response }
  const shown = await renderPage(next, path)
  if (shown.status >= 500) return sendAnswer(asker, plainAnswer(500))
  if (shown.status !== 200 || path === ENDED) {
    return sendAnswer(asker, answerWith(await renderPage(next, ENDED), 404))
  }
  const token = path.slice('/preview/'.length)
  if (isRead(request)) await countReview(token)
  await sendAnswer(asker, answerWith(shown, 200))
}

function isRead({ method, headers }: Exchange['request']): boolean {
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']].join(' ')
  return method === 'GET' && isReading({ userAgent: headers['user-agent'] ?? '', purpose })
}

function answerWith({ contentType, link, body }: Rendering, status: number) {
  const preload: Record<string, string> = link === null ? {} : { link }
  const html = Buffer.from(toDocument(body.toString('utf8')))
  return { status, contentType, headers: { ...reviewHeaders(), ...preload }, body: html }
}
