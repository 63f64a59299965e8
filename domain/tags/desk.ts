import { type Actor, allow, canManageTags } from '@/domain/permissions'
import { db } from '@/lib/db'

/** A tag as the desk lists it; `posts` counts the newest texts that have it, drafts included. */
export type DeskTag = { id: string; name: string; slug: string; description: string | null; posts: number }

/** Every tag by name. */
export async function listDeskTags(actor: Actor): Promise<DeskTag[]> {
  allow(canManageTags(actor))
  return db.$queryRaw<DeskTag[]>`
    SELECT t.id::text, t.name, t.slug, t.description, count(p.id)::int AS posts
    FROM tag t LEFT JOIN revision_tag rt ON rt.tag_id = t.id
    LEFT JOIN post p ON p.head_id = rt.revision_id AND p.trashed_at IS NULL
    GROUP BY t.id ORDER BY t.folded`
}
