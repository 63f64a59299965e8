import { env } from '@/lib/env'
import { isSiteUrlChosen } from '@/lib/site-url'
import { buildSite } from './build-site'
import { claimDataFolder } from './claim'
import { openDatabase } from './open-database'
import { checkPortFree } from './port'
import { prepareSecrets } from './prepare-secrets'
import type { Stop } from './signals'

/** The order of a start. What was begun ends in reverse, also when a later step fails or the stop comes early. */
export async function start(stop: Stop): Promise<void> {
  const claim = await claimDataFolder({ kind: 'server', purpose: 'the server', say, stop })
  try {
    await prepareSecrets()
    await checkPortFree(env.host, env.port)
    const database = await openDatabase(claim, say)
    try {
      if (!stop.isAsked()) await serveUntil(database.url, stop)
    } finally {
      await database.close()
    }
  } finally {
    await claim.release()
  }
}

const ADDRESS_UNKNOWN =
  'Other machines can reach it too. Links and feeds name the address above: set SITE_URL to the one that readers use.'

/** Loaded only now, because what touches the database reads its address when it is loaded. */
async function serveUntil(databaseUrl: string, stop: Stop) {
  const { prepareBlog } = await import('./first-start')
  const { renderBacklog } = await import('./render-backlog')
  const notes = await prepareBlog(say)
  // Beside the build, so that the first reader finds texts that are rendered.
  const backlog = renderBacklog(stop)
  await buildSite({ say, stop })
  if (stop.isAsked()) return backlog
  const { serve } = await import('./serve')
  const { startWorker } = await import('./worker')
  const { warmUp } = await import('./warm-up')
  const { createReadersFirst } = await import('./readers-first')
  const readers = createReadersFirst()
  const site = await serve({ host: env.host, port: env.port, databaseUrl, readers })
  say(`Octavo is at ${env.siteUrl}`)
  if (env.host !== '127.0.0.1' && !isSiteUrlChosen()) say(ADDRESS_UNKNOWN)
  notes.forEach(say)
  const warm = warmUp()
  const worker = await startWorker(databaseUrl, readers.afterReaders)
  await stop.asked
  say('Stopping.')
  await Promise.race([finish(), stop.hurry])

  /** Requests first, for they may add jobs; then the jobs that run. */
  async function finish() {
    await site.close()
    await Promise.all([worker.stop(), backlog, warm])
  }
}

function say(line: string) {
  console.log(line)
}
