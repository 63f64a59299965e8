import { get } from 'node:http'
import { env } from '@/lib/env'
import { siteUrl } from '@/lib/site-url'

const PATIENCE_MS = 10_000

export type OwnAnswer = { status: number; text: string }

/**
 * Asks the HTTP server of this process for a path, as a stranger would who came by `SITE_URL`: that address itself may not be
 * reachable from this machine. Rejects when there is no whole answer within 10 s.
 */
export function askOwnSite(path: string): Promise<OwnAnswer> {
  const headers = { host: new URL(siteUrl()).host, 'user-agent': 'Octavo' }
  const place = { host: listener(), port: env.port, path, headers, signal: AbortSignal.timeout(PATIENCE_MS) }
  return new Promise((resolve, reject) => {
    get(place, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    }).on('error', reject)
  })
}

/** Who listens on every address listens on this one. */
function listener(): string {
  if (env.host === '0.0.0.0') return '127.0.0.1'
  return env.host === '::' ? '::1' : env.host
}
