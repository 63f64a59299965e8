import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { SHARED, UNSHARED } from '@/server/headers'
import { type Answer, type Prepared, prepareAnswer, type Variant } from '@/server/prepared-answer'

/** Who asked; `mayShare` is false in the last minute before a planned moment, when shared caches must keep nothing. */
export type Asker = { request: IncomingMessage; response: ServerResponse; mayShare?: boolean }

/** Sends a whole answer: compressed as the client prefers, with a strong ETag per encoding, 304 when it has it, no body on HEAD. */
export async function sendAnswer(asker: Asker, answer: Answer): Promise<void> {
  await sendPrepared(asker, prepareAnswer(answer))
}

/** The same for an answer that was prepared before. */
export async function sendPrepared(asker: Asker, prepared: Prepared): Promise<void> {
  const variant = await prepared.variantFor(asker.request.headers['accept-encoding'])
  sendVariant(asker, { status: prepared.status, variant })
}

/** At once, without a promise, when the answer is compressed already: then this is what was sent, else null. */
export function sendReady(asker: Asker, prepared: Prepared): Variant | null {
  const variant = prepared.variantFor(asker.request.headers['accept-encoding'])
  if (variant instanceof Promise) return null
  sendVariant(asker, { status: prepared.status, variant })
  return variant
}

type Sending = { status: number; variant: Omit<Variant, 'body'> & { body: Buffer | string } }

/** `body` as a string holds a byte in each letter. */
export function sendVariant(
  { request, response, mayShare = true }: Asker,
  { status, variant }: Sending,
): void {
  const { method, headers } = request
  if (status === 200 && isKnown(headers, variant)) {
    response.writeHead(304, fit(variant.headersWhenUnchanged, mayShare)).end()
    return
  }
  response.writeHead(status, fit(variant.headers, mayShare))
  if (method === 'HEAD') response.end()
  else response.end(variant.body, 'latin1')
}

function fit(headers: string[], mayShare: boolean): string[] {
  return mayShare ? headers : headers.map((value) => (value === SHARED ? UNSHARED : value))
}

/**
 * Whether the client has these bytes: its tag says so or, where it has none, the very date we gave. A later date proves
 * nothing, because what left a feed may have been the newest in it.
 */
export function isKnown(
  headers: Pick<IncomingHttpHeaders, 'if-none-match' | 'if-modified-since'>,
  { etag, lastModified }: Pick<Variant, 'etag' | 'lastModified'>,
): boolean {
  if (headers['if-none-match'] !== undefined) return hasTag(headers['if-none-match'], etag)
  return lastModified !== null && headers['if-modified-since'] === lastModified
}

function hasTag(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
