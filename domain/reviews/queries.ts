import { type Actor, allow, canSharePost } from '@/domain/permissions'
import { findOwnable } from '@/domain/posts/ownable'
import type { ReviewLink } from '@/domain/reviews/review'
import { getSettings } from '@/domain/settings/queries'
import { db } from '@/lib/db'
import { momentInWords } from '@/lib/times-in-words'

type Row = {
  id: string
  version: number | null
  by: string | null
  createdAt: Date
  expiresAt: Date
  views: number
  lastViewedAt: Date | null
}

/** The review links of a post that work, the newest first. */
export async function listReviewLinks(actor: Actor, postId: string): Promise<ReviewLink[]> {
  const [post, { timeZone }] = await Promise.all([findOwnable(postId), getSettings()])
  allow(canSharePost(actor, post))
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.id::text, r.number AS version, p.name AS by, l.created_at AS "createdAt", l.expires_at AS "expiresAt", l.views,
      l.last_viewed_at AS "lastViewedAt"
    FROM review_link l LEFT JOIN revision r ON r.id = l.revision_id LEFT JOIN person p ON p.id = l.created_by_id
    WHERE l.post_id = ${postId}::uuid AND l.ended_at IS NULL AND l.expires_at > now() AND p.disabled_at IS NULL
    ORDER BY l.created_at DESC, l.id DESC`
  const told = (moment: Date) => momentInWords(moment, timeZone)
  return rows.map(({ createdAt, expiresAt, lastViewedAt, ...link }) => ({
    ...link,
    made: told(createdAt),
    ends: told(expiresAt),
    lastViewed: lastViewedAt === null ? null : told(lastViewedAt),
  }))
}
