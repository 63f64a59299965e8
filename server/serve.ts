import { createServer } from 'node:http'
import next from 'next'
import { projectRoot } from '@/server/project-root'
import { type Expiry, followExpiry } from '@/server/expiry'
import { openFront } from '@/server/front/open-front'
import { createMediaFiles } from '@/server/media'
import { monotonicNow } from '@/server/monotonic'
import { createPages } from '@/server/pages'
import type { ReadersFirst } from '@/server/readers-first'
import { handleRequest } from '@/server/handle-request'
import { createStaticFiles } from '@/server/static-files'

type Place = { host: string; port: number; databaseUrl: string; readers: ReadersFirst }
type Serving = { close(): Promise<void> }

/**
 * Serves the built site. `close` takes no new connection, lets requests in flight finish (15 s at most), and resolves when the
 * last one has ended.
 */
export async function serve({ host, port, databaseUrl, readers }: Place): Promise<Serving> {
  // Next would listen for upgrades on our server, and end the connection of every client that offers HTTP/2.
  const httpServer = createServer()
  const app = next({ dev: false, dir: projectRoot(), hostname: host, port, httpServer })
  await app.prepare()
  const handler = app.getRequestHandler()
  let expiry: Expiry | null = null
  const isTrusted = () => expiry?.isTrusted() ?? false
  const front = await openFront((request, response) =>
    handleRequest({ next: handler, pages, media, files, lend: front.lend, request, response }),
  )
  function hold({ until, shareUntil }: { until: number; shareUntil: number }) {
    const ahead = monotonicNow() - performance.now()
    const trusted = Math.min(until, expiry?.trustedUntil() ?? -Infinity)
    front.hold({ until: trusted + ahead, shareUntil: shareUntil + ahead })
  }
  const pages = createPages(handler, isTrusted, { copies: { remove: front.remove, hold }, readers })
  const files = createStaticFiles()
  const media = createMediaFiles(isTrusted)
  expiry = await followExpiry(databaseUrl, (tags) => {
    pages.expire(tags)
    media.expire(tags)
  })
  try {
    await front.listen({ host, port })
  } catch (error) {
    await expiry.stop()
    throw error
  }
  return {
    close: async () => {
      await front.close()
      await expiry?.stop()
    },
  }
}
