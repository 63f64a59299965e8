import { STATUS_CODES } from 'node:http'
import type { Answer } from '@/server/prepared-answer'
import { commonHeaders, type Headers, readerHeaders } from '@/server/headers'

const SENTENCES: Record<number, string> = {
  400: 'The server does not understand this request.',
  403: 'This request did not come from a page of this site. If it did, SITE_URL has to be set to the address that you used.',
  405: 'This address only answers to reading.',
  411: 'Say how long the body is.',
  413: 'This is larger than the server accepts here.',
  429: 'Too many requests came from your address. Please wait a minute and try again.',
  500: 'Something went wrong on our side. Please try again in a moment.',
  503: 'The site is busy or its database is away for a moment. Please try again.',
}

/** An answer for when no page can be rendered: one sentence, no detail about the inside. */
export function plainAnswer(status: number, retryAfterSeconds = status === 503 ? 5 : null): Answer {
  const sentence = SENTENCES[status] ?? `${STATUS_CODES[status] ?? 'Error'}.`
  const retry: Headers = retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }
  return {
    status,
    contentType: 'text/plain; charset=utf-8',
    headers: { ...commonHeaders(), ...retry, 'cache-control': 'no-store' },
    body: Buffer.from(`${sentence}\n`),
  }
}

/** Only ever to a path of this site or to a target that an import named. */
export function redirectTo(to: string, search: string): Answer {
  const location = search === '' || to.includes('?') ? to : `${to}?${search}`
  return {
    status: 301,
    contentType: 'text/plain; charset=utf-8',
    headers: { ...readerHeaders(), location },
    body: Buffer.from('Moved.\n'),
  }
}
