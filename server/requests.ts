import type { IncomingMessage } from 'node:http'
import { encodePath } from '@/lib/paths'

const MEGABYTE = 1_000_000
/** Next takes seconds to sort 7,000 of them. */
const MOST_PARAMETERS = 100
/** The address that a request came from, as the front tells it to the thread behind. */
export const CLIENT_HEADER = 'x-octavo-client'
/** Where files are sent to: how many bytes at most, and how many seconds that may take. */
const UPLOADS: Record<string, { bytes: number; seconds: number }> = {
  '/admin/media/upload': { bytes: 210 * MEGABYTE, seconds: 120 },
  '/admin/transfer/upload': { bytes: 2_200 * MEGABYTE, seconds: 1_800 },
}

/**
 * The path of a request with each segment encoded in the one way that addresses are stored, or null when it is not a path:
 * a broken percent sign, a control character, a slash or backslash in disguise, a segment of dots (whoever resolves it arrives
 * elsewhere than we looked), two slashes at the start (a redirect would lead to another host), more parameters than any page has.
 */
export function canonicalPath(url: string): string | null {
  const path = url.split('?', 1)[0] ?? ''
  if (!path.startsWith('/') || path.startsWith('//')) return null
  if (url.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS) return null
  const plain: string[] = []
  for (const segment of path.split('/')) {
    const text = decode(segment)
    if (text === null || text === '.' || text === '..' || /[\u0000-\u001f\u007f/\\]/.test(text)) return null
    plain.push(text)
  }
  return encodePath(plain.join('/'))
}

/**
 * What a request asks for, without the host that a client may put before it (RFC 9112 § 3.2.2): only `SITE_URL` says which site
 * this is.
 */
export function targetOf({ url = '' }: IncomingMessage): string {
  if (url.startsWith('/') || !/^https?:\/\/[^/?#]/i.test(url)) return url
  const rest = url.replace(/^https?:\/\/[^/?#]+/i, '')
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** What follows the question mark of a request's address. */
export function searchOf({ url = '' }: IncomingMessage): string {
  const at = url.indexOf('?')
  return at === -1 ? '' : url.slice(at + 1)
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** How many bytes of body a path accepts. */
export function bodyLimit(path: string): number {
  return UPLOADS[path]?.bytes ?? 5 * MEGABYTE
}

/** Seconds until a request must have arrived whole. */
export function requestDeadline(path: string): number {
  return UPLOADS[path]?.seconds ?? 30
}

/**
 * The address of whoever is asking. `trustedHops` (`TRUST_PROXY`) proxies of ours stand in front; what lies beyond them in
 * `X-Forwarded-For` was written by strangers.
 */
export function clientAddress(request: IncomingMessage, trustedHops: number): string {
  // Our own front writes this header; whoever comes to us by a network address has not come through it.
  const socket = request.socket.remoteAddress ?? String(request.headers[CLIENT_HEADER] ?? 'unknown')
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return trustedHops === 0 ? socket : (forwarded.at(-trustedHops) ?? socket)
}
