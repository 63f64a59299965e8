import type { Named } from '@/domain/posts/live-post'
import { readingOrder } from '@/domain/posts/reading-order'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'

export type TagCount = Named & { count: number; description: string | null }

/** The tags of live posts with how many each has, by name. A tag that only drafts have is not among them. */
export async function listLiveTags(): Promise<TagCount[]> {
  depends('tags')
  return db.$queryRaw<TagCount[]>`
    SELECT t.name, t.slug, t.description, count(*)::int AS count
    FROM live_publication l JOIN revision_tag rt ON rt.revision_id = l.revision_id JOIN tag t ON t.id = rt.tag_id
    WHERE l.kind = 'post' GROUP BY t.id ORDER BY t.folded`
}

/** One such tag by its slug, or null. */
export async function getLiveTag(slug: string): Promise<TagCount | null> {
  depends(`tagged:${slug}`)
  const select = { name: true, slug: true, description: true } as const
  const tag = await db.tag.findUnique({ where: { slug }, select })
  if (tag === null) return null
  const { length: count } = await readingOrder({ tag: slug })
  return count === 0 ? null : { ...tag, count }
}
