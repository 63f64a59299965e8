import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Headers } from '@/server/headers'
import { chooseEncoding, ENCODINGS, type Encoding } from '@/server/encoding'

export type Answer = { status: number; contentType: string; headers: Headers; body: Buffer }

/** An answer in one encoding; the headers as the flat list that Node writes fastest. */
export type Variant = {
  /** The encodings that a client may prefer and get this for: all of them where nothing is compressed. */
  answers: readonly Encoding[]
  etag: string
  lastModified: string | null
  headers: string[]
  headersWhenUnchanged: string[]
  body: Buffer
}

/** An answer that is compressed once per encoding, when first asked for. */
export type Prepared = {
  status: number
  variantFor(acceptEncoding: string | string[] | undefined): Variant | Promise<Variant>
  /** What it may take in memory with all its encodings, in bytes. */
  bytes: number
}

const WORTH_COMPRESSING = 256
const COMPRESSIBLE = /^text\/|json|xml|javascript|manifest/
/** With the ETag and the date all that a 304 should say (RFC 9110 § 15.4.5); the rest the client has kept. */
const SENT_WHEN_UNCHANGED = ['cache-control', 'vary', 'content-location', 'expires']
const SUFFIX = { br: '-br', gzip: '-gz', identity: '' } as const

/** `effort` is brotli's quality: 5 while somebody waits for a page, more for what is compressed once and for all. */
export function prepareAnswer({ status, contentType, headers, body: given }: Answer, effort = 5): Prepared {
  const body = compact(given)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const named = Object.entries({ ...headers, vary: 'accept-encoding', 'content-type': contentType })
  const common = named.flat().map(flatten)
  const unchanged = named
    .filter(([name]) => SENT_WHEN_UNCHANGED.includes(name))
    .flat()
    .map(flatten)
  const isWorthCompressing = body.length >= WORTH_COMPRESSING && COMPRESSIBLE.test(contentType)
  const ready = new Map<Encoding, Variant>()

  async function make(encoding: Encoding): Promise<Variant> {
    const etag = `"${hash}${SUFFIX[encoding]}"`
    const encoded = await compress(body, encoding, effort)
    const named = encoding === 'identity' ? [] : ['content-encoding', encoding]
    const variant = {
      answers: isWorthCompressing ? [encoding] : ENCODINGS,
      etag,
      lastModified: headers['last-modified'] ?? null,
      headers: [...common, 'etag', etag, ...named, 'content-length', String(encoded.length)],
      headersWhenUnchanged: [...unchanged, 'etag', etag],
      body: encoded,
    }
    ready.set(encoding, variant)
    return variant
  }

  return {
    status,
    variantFor: (accepted) => {
      const encoding = isWorthCompressing ? chooseEncoding(accepted) : 'identity'
      return ready.get(encoding) ?? make(encoding)
    },
    bytes: body.length * 2 + 4_096,
  }
}

/** A small buffer is a part of a block that Node and zlib share out, and keeps the whole block in memory: here it gets its own. */
function compact(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

/**
 * A copy of its own. What was cut out of a larger text with other letters keeps two bytes for each letter, and so would the
 * whole head of every answer: checking and sending it then costs a fifth of the request.
 */
function flatten(value: string): string {
  return Buffer.from(value, 'latin1').toString('latin1')
}

async function compress(body: Buffer, encoding: Encoding, effort: number): Promise<Buffer> {
  if (encoding === 'gzip') return compact(await promisify(gzip)(body))
  if (encoding === 'br')
    return compact(
      await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } }),
    )
  return body
}
