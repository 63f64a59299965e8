import { noteStep } from '@/domain/schedule/receipts'
import { post } from '@/lib/outgoing'
import { absoluteUrl } from '@/lib/site-url'

const FEEDS = ['/feed.xml', '/atom.xml', '/feed.json']

/** The WebSub hub that tells subscribers of our feeds when there is something new (`WEBSUB_HUB`); null when there is none. */
export function hubUrl(): string | null {
  return process.env.WEBSUB_HUB || null
}

/**
 * Tells the hub that the feeds have changed; it fetches them itself. WebSub leaves the form of this to hubs: the parameters are
 * those that all of them take. Throws when it does not answer 2xx within 10 s.
 */
export async function pingHub(event: bigint): Promise<void> {
  const hub = hubUrl()
  if (hub === null) return
  const body = new URLSearchParams([
    ['hub.mode', 'publish'],
    ...FEEDS.flatMap((path) => [
      ['hub.url', absoluteUrl(path)],
      ['hub.topic', absoluteUrl(path)],
    ]),
  ])
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': `event_${event}` }
  await post(hub, { headers, body: body.toString() })
  await noteStep(event, 'hub')
}
