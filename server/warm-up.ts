import { askOwnSite } from '@/lib/own-site'
import { describeError, log } from '@/lib/log'

const NEWEST = 3

/**
 * Asks for what readers will ask for first, right after the start: the first page of each kind takes a third of a second, because
 * its code is loaded and not yet compiled.
 */
export async function warmUp(): Promise<void> {
  try {
    const home = await askOwnSite('/')
    const posts = new Set([...home.text.matchAll(/href="(\/posts\/[^"]+)"/g)].map(([, path = '/']) => path))
    for (const path of [...posts].slice(0, NEWEST)) await askOwnSite(path)
    await askOwnSite('/feed.xml')
  } catch (error) {
    log('warm-up.failed', describeError(error))
  }
}
