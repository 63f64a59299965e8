import { stat } from 'node:fs/promises'
import { findServedMedia } from '@/domain/media/queries'
import { byteRange } from '@/lib/byte-range'
import { dataPath } from '@/lib/storage'

/** A file of the library as it is served. Its name is never used again, so that everybody may keep it for good. */
export type MediaFile = { path: string; size: number; etag: string; headers: Record<string, string> }

/** The file behind `/media/<key>`, or null when there is none. */
export async function findMediaFile(key: string): Promise<MediaFile | null> {
  if (!/^[\w-]+\.[a-z0-9]+(?:\.\d+\.webp)?$/.test(key)) return null
  const media = await findServedMedia(key)
  if (media === null) return null
  const path = dataPath('media', key)
  const size = await sizeOf(path)
  if (size === null) return null
  const etag = `"${media.sha256.slice(0, 32)}"`
  const headers = {
    'content-type': media.contentType,
    'cache-control': 'public, max-age=31536000, immutable',
    etag,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    // An SVG opened by itself is a document: this lets nothing in it run or load.
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  }
  return { path, size, etag, headers }
}

type Wish = { range: string | null; ifRange: string | null; ifNoneMatch: string | null }
export type MediaAnswer = {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string>
  /** The bytes to send, both ends included; null for none. */
  bytes: { start: number; end: number } | null
}

/** What a request gets of a file (RFC 9110 §§ 13, 14): nothing when the client has it, the part it asks for, or all of it. */
export function answerMedia(
  { size, etag, headers }: MediaFile,
  { range, ifRange, ifNoneMatch }: Wish,
): MediaAnswer {
  if (hasTag(ifNoneMatch, etag)) return { status: 304, headers, bytes: null }
  // A part of another version is of no use: then the whole file is sent.
  const wanted = byteRange(ifRange === null || ifRange.trim() === etag ? range : null, size)
  if (wanted === 'unsatisfiable') {
    const refused = { ...headers, 'cache-control': 'no-store', 'content-range': `bytes */${size}` }
    return { status: 416, headers: { ...refused, 'content-length': '0' }, bytes: null }
  }
  if (wanted === 'whole') {
    const bytes = size === 0 ? null : { start: 0, end: size - 1 }
    return { status: 200, headers: { ...headers, 'content-length': String(size) }, bytes }
  }
  const { start, end } = wanted
  const part = { 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': String(end - start + 1) }
  return { status: 206, headers: { ...headers, ...part }, bytes: wanted }
}

function hasTag(header: string | null, etag: string): boolean {
  return header !== null && header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
}

/** Null when the file is gone from the disk. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
