import { stat } from 'node:fs/promises'
import { findServedMedia } from '@/domain/media/queries'
import { byteRange } from '@/lib/byte-range'
import { dataPath, streamFile } from '@/lib/storage'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ path: string[] }> }

/** A file of the library. Its name is never used again, so that everybody may keep it for good. */
export async function GET(request: Request, { params }: Context) {
  const { path } = await params
  const [key] = path
  if (key === undefined || path.length > 1 || !/^[\w-]+\.[a-z0-9]+$/.test(key)) return missing()
  const media = await findServedMedia(key)
  if (media === null) return missing()
  const headers = headersOf(media)
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(null, { status: 304, headers })
  const file = dataPath('media', key)
  const { size } = await stat(file)
  const wanted = request.headers.has('if-range') ? null : request.headers.get('range')
  const range = byteRange(wanted, size)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  }
  if (range === 'whole') {
    const body = streamFile(file, { start: 0, end: size - 1 })
    return new Response(body, { headers: { ...headers, 'Content-Length': String(size) } })
  }
  const { start, end } = range
  const part = { 'Content-Range': `bytes ${start}-${end}/${size}`, 'Content-Length': String(end - start + 1) }
  return new Response(streamFile(file, range), { status: 206, headers: { ...headers, ...part } })
}

function headersOf({ contentType, sha256 }: { contentType: string; sha256: string }) {
  return {
    'Content-Type': contentType,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: `"${sha256.slice(0, 32)}"`,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // An SVG opened by itself is a document: this lets nothing in it run or load.
    'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  }
}

function missing() {
  return new Response('There is no such file.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
