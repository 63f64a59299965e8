import { openAsBlob } from 'node:fs'
import { findServed } from '@/domain/media/queries'
import { sizeOfStored, storedPath } from '@/lib/storage'
import { parseRange } from '@/lib/byte-range'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ path: string[] }> }

/** A file of the library. Its random name never means another file, so it may be kept for ever; whatever it is, it stays inert. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params
  const [key] = path
  const media = path.length === 1 && key !== undefined ? await findServed(key) : null
  const size = media === null ? null : await sizeOfStored('media', media.key)
  if (media === null || size === null) return new Response('Not found.\n', { status: 404, headers: { 'cache-control': 'no-store' } })
  const etag = `"${media.key}"`
  const headers = { ...inert, 'content-type': media.contentType, etag, 'last-modified': media.createdAt.toUTCString() }
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  const range = parseRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const partial: Record<string, string> = range === null ? {} : { 'content-range': `bytes ${from}-${to}/${size}` }
  const file = await openAsBlob(storedPath('media', media.key))
  return new Response(file.slice(from, to + 1), {
    status: range === null ? 200 : 206,
    headers: { ...headers, ...partial, 'content-length': String(to - from + 1) },
  })
}

const inert = {
  'accept-ranges': 'bytes',
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}
