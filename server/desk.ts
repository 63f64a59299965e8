import { isDatabaseReady } from '@/domain/settings/ready'
import { env } from '@/lib/env'
import { siteUrl } from '@/lib/site-url'
import type { Exchange } from '@/server/exchange'
import { commonHeaders, deskPolicy } from '@/server/headers'
import { clientAddress } from '@/server/requests'

/** Paths whose answers carry headers of their own and may be kept by anyone. */
const SHARED = /^\/(?:_next\/static|media)\//

/** What shows without a database: what Next itself answers, and what signs in, which answers for itself. Everything else is not worth beginning. */
const WITHOUT_DATABASE = /^\/(?:_next|api\/auth)\//

/** Whether a path is answered only while the database is there; a page that fails midway is a 500 and a stack in the log. */
export async function lacksDatabase(path: string): Promise<boolean> {
  return !WITHOUT_DATABASE.test(path) && !(await isDatabaseReady())
}

/** Hands a request of the desk, the API or a static file to Next, with headers that strangers cannot forge. */
export async function answerDesk({ next, request, response }: Exchange, path: string): Promise<void> {
  const address = clientAddress(request, env.trustProxy)
  for (const name of Object.keys(request.headers)) {
    if (
      /^(?:x-forwarded-|x-octavo-|x-nonce$|forwarded$|content-security-policy|x-middleware-|x-invoke-|x-matched-path)/.test(
        name,
      )
    ) {
      delete request.headers[name]
    }
  }
  request.headers['x-octavo-client'] = address
  // Server actions compare the Origin with the host; behind a proxy the host is another. Of a write the Origin was checked before.
  const origin = request.method === 'POST' ? request.headers.origin : undefined
  request.headers['x-forwarded-host'] = new URL(origin ?? siteUrl()).host
  request.headers['x-forwarded-proto'] = new URL(siteUrl()).protocol.slice(0, -1)
  for (const [name, value] of Object.entries(commonHeaders())) response.setHeader(name, value)
  if (!SHARED.test(path) && !path.includes('.')) {
    const { nonce, policy } = deskPolicy()
    request.headers['x-nonce'] = nonce
    request.headers['content-security-policy'] = policy
    response.setHeader('content-security-policy', policy)
    keepPrivate(response)
  }
  await next(request, response)
}

/** Next sets a `Cache-Control` of its own; ours is the one that must arrive. */
function keepPrivate(response: Exchange['response']): void {
  const { setHeader } = response
  response.setHeader('cache-control', 'private, no-store')
  response.setHeader = (name, value) =>
    name.toLowerCase() === 'cache-control' ? response : setHeader.call(response, name, value)
}
