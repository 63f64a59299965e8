import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Headers } from '@/server/headers'
import { type Prepared, prepareAnswer } from '@/server/prepared-answer'

export type Answer = { status: number; contentType: string; headers: Headers; body: Buffer }

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
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  prepared: Prepared,
): Promise<void> {
  const variant = await prepared.variantFor(headers['accept-encoding'])
  if (prepared.status === 200 && hasTag(headers['if-none-match'], variant.etag)) {
    response.writeHead(304, variant.headersWithoutBody).end()
    return
  }
  response.writeHead(prepared.status, variant.headers)
  response.end(method === 'HEAD' ? undefined : variant.body)
}

function hasTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
