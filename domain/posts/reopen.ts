import { z } from 'zod'
import { record } from '@/domain/events/commands'
import { type Actor, allow, canPublishPost, canSubmitPost } from '@/domain/permissions'
import { findPost } from '@/domain/posts/find'
import { reopenPublications } from '@/domain/posts/publications'
import { staleWithPlace } from '@/domain/posts/stale'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** What a post was before an act that can be taken back: whether it waited for review, and what readers saw and would see. */
export const standing = z.object({
  submittedAt: z.iso.datetime().nullable(),
  /** Whole rows of publications as the database writes them. */
  publications: z.array(z.record(z.string(), z.json())),
})
export type Standing = z.output<typeof standing>

/**
 * Puts a draft back to where it stood: what readers saw they see again, what was planned is planned again, with the dates and the
 * revisions of before. What would have ended meanwhile does not come back.
 */
export async function reopenPost(
  actor: Actor,
  { id, standing: { submittedAt, publications } }: { id: string; standing: Standing },
): Promise<void> {
  const isPublic = publications.length > 0
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(isPublic ? canPublishPost(actor, post) : canSubmitPost(actor, post))
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    const { now } = post
    if (isPublic) await reopenPublications(tx, { postId: id, publications, now })
    await tx.post.update({
      where: { id },
      data: { submittedAt, ...(isPublic ? { draft: false } : {}) },
    })
    await record(tx, {
      type: isPublic ? 'post.published' : 'post.submitted',
      actor,
      postId: id,
      data: { again: true },
      expires: isPublic ? await staleWithPlace(tx, id) : [],
    })
  })
}
