import { record } from '@/domain/events/commands'
import { type Actor, allow, canEditPost } from '@/domain/permissions'
import { findPost } from '@/domain/posts/find'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/**
 * Notes when a draft is meant to be published; null takes that back. Nothing follows from it: a planned draft never goes live by
 * itself.
 */
export async function planPost(
  actor: Actor,
  { id, plannedFor, zone }: { id: string; plannedFor: Date | null; zone: string | null },
): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canEditPost(actor, post))
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    if (!post.draft)
      throw new Refusal('invalid', 'Only a draft can be planned; this post has its time already.')
    await tx.post.update({
      where: { id },
      data: { plannedFor, plannedZone: plannedFor === null ? null : zone },
    })
    await record(tx, {
      type: 'post.planned',
      actor,
      postId: id,
      data: { date: plannedFor?.toISOString() ?? null },
    })
  })
}
