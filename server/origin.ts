import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { isSiteUrlChosen, siteUrl } from '@/lib/site-url'

/**
 * Whether a write comes from our own pages: its `Origin` is the site's, or that of the host this server was reached by where
 * that can be believed (docs/decisions/0012-own-origins.md).
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, trustedHops: number): boolean {
  if (origin === undefined || host === undefined) return false
  if (origin === new URL(siteUrl()).origin) return true
  if (origin !== `http://${host}` || !URL.canParse(origin)) return false
  const { hostname, origin: plain } = new URL(origin)
  if (plain !== origin) return false
  const name = hostname.replace(/^\[|\]$/g, '')
  if (['localhost', '127.0.0.1', '::1'].includes(name)) return true
  return !isSiteUrlChosen() && trustedHops === 0 && isLocalName(name)
}

/** A name that no stranger can make a browser look up as this machine's address, as DNS rebinding does with a name of theirs. */
function isLocalName(name: string): boolean {
  return isIP(name) !== 0 || !name.includes('.') || /\.(?:local|internal|home\.arpa)$/.test(name)
}
