import type { Card } from '@/domain/cards/card'
import { getSettings } from '@/domain/settings/queries'
import { db } from '@/lib/db'

/** What the card of a live post says, or null when readers do not see that post. */
export async function getCard(postId: string): Promise<Card | null> {
  const [settings, post] = await Promise.all([
    getSettings(),
    db.livePublication.findFirst({ where: { postId }, select: { revision: { select: { title: true } } } }),
  ])
  if (post === null) return null
  return { postId, title: post.revision.title, site: settings.title, accent: settings.accent }
}
