import { record } from '@/domain/events/commands'
import { type Actor, allow, canSubmitPost } from '@/domain/permissions'
import { findPost } from '@/domain/posts/find'
import { transaction } from '@/lib/db'

/** Takes a draft out of the queue of those that wait for review, if it is there: back to whoever writes it. */
export async function returnPost(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canSubmitPost(actor, post))
    const { count } = await tx.post.updateMany({
      where: { id, submittedAt: { not: null } },
      data: { submittedAt: null },
    })
    if (count > 0) await record(tx, { type: 'post.returned', actor, postId: id })
  })
}
