import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Headers } from '@/server/headers'

export type Answer = { status: number; contentType: string; headers: Headers; body: Buffer }
type Encoding = 'br' | 'gzip' | 'identity'

const WORTH_COMPRESSING = 256

/** Sends a whole answer: compressed as the client prefers, with a strong ETag per encoding, 304 when it has it, no body on HEAD. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const encoding =
    answer.body.length < WORTH_COMPRESSING ? 'identity' : chooseEncoding(request.headers['accept-encoding'])
  const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}${SUFFIX[encoding]}"`
  const headers = { ...answer.headers, etag, vary: 'accept-encoding', 'content-type': answer.contentType }
  if (answer.status === 200 && hasTag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const body = await compress(answer.body, encoding)
  const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
  response.writeHead(answer.status, { ...headers, ...encoded, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const SUFFIX = { br: '-br', gzip: '-gz', identity: '' } as const

/** The best of what the client takes; `q=0` refuses. */
function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim())
  const takes = (name: string) =>
    offers.some((offer) => offer.split(';', 1)[0] === name && !/;\s*q=0(?:\.0*)?$/.test(offer))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

function hasTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(body)
  if (encoding === 'br')
    return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return body
}
