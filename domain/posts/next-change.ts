import { db } from '@/lib/db'
import { depends, oncePerRendering } from '@/lib/depends'

/**
 * Notes that what is read next depends on which posts are live, and until when the clock alone leaves that as it is. Called
 * before reading: a post that falls due between the two then only makes the page end early, never late.
 */
export async function dependOnLivePosts(): Promise<void> {
  depends('posts', { until: await oncePerRendering(nextChange) })
}

/** The next moment at which a range begins or ends, by the database's clock, or null. */
async function nextChange(): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT least(
      (SELECT min(visible_from) FROM publication WHERE visible_from > now()),
      (SELECT min(visible_until) FROM publication WHERE visible_until > now())) AS at`
  return row?.at ?? null
}
