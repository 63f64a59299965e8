import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/env'
import { isOwnOrigin } from '@/server/origin'
import { bodyLimit, canonicalPath } from '@/server/requests'
import { routeOf } from '@/server/routes'

/**
 * The status of a request that is not worth passing on, or null. Writes must come from our own pages and say how long they are:
 * nothing of the body is read before that is known.
 */
export function statusOfRefusal(request: IncomingMessage): number | null {
  const path = canonicalPath(request.url ?? '')
  if (path === null) return 400
  if (isReading(request)) return hasBody(request) ? 400 : null
  if (request.method !== 'POST') return 405
  if (routeOf(path) !== 'desk' || /^\/(?:media|preview)\//.test(path)) return 405
  if (!isOwnOrigin(request.headers, env.trustProxy)) return 403
  const length = request.headers['content-length']
  if (length === undefined) return 411
  return Number(length) > bodyLimit(path) ? 413 : null
}

/** Nothing here is asked for by a body, and who sends one slowly would keep the connection for as long as an upload may take. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0
}

export function isReading({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}
