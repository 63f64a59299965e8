import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, type Prepared, prepareAnswer, type Variant } from '@/server/prepared-answer'

/** Sends a whole answer: compressed as the client prefers, with a strong ETag per encoding, 304 when it has it, no body on HEAD. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  await sendPrepared(request, response, prepareAnswer(answer))
}

/** The same for an answer that was prepared before. */
export async function sendPrepared(
  request: IncomingMessage,
  response: ServerResponse,
  prepared: Prepared,
): Promise<void> {
  const variant = await prepared.variantFor(request.headers['accept-encoding'])
  sendVariant(request, response, { status: prepared.status, variant })
}

/** At once, without a promise, when the answer is compressed already; says whether it was. */
export function sendReady(request: IncomingMessage, response: ServerResponse, prepared: Prepared): boolean {
  const variant = prepared.variantFor(request.headers['accept-encoding'])
  if (variant instanceof Promise) return false
  sendVariant(request, response, { status: prepared.status, variant })
  return true
}

type Sending = { status: number; variant: Variant }

function sendVariant(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { status, variant }: Sending,
): void {
  if (status === 200 && hasTag(headers['if-none-match'], variant.etag)) {
    response.writeHead(304, variant.headersWithoutBody).end()
    return
  }
  response.writeHead(status, variant.headers)
  response.end(method === 'HEAD' ? undefined : variant.body)
}

function hasTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
