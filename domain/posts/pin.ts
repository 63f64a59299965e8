import { record } from '@/domain/events/commands'
import { type Actor, allow, canPublishPost } from '@/domain/permissions'
import { findPost } from '@/domain/posts/find'
import { staleWithRendering } from '@/domain/posts/stale'
import { transaction } from '@/lib/db'

/** Pins a post to the home page, or takes it down; the one that was pinned before makes room. */
export async function pinPost(actor: Actor, { id, pinned }: { id: string; pinned: boolean }): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('octavo:pin'))`
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    const before = await tx.post.findMany({ where: { pinned: true }, select: { id: true } })
    if (pinned) await tx.post.updateMany({ where: { pinned: true }, data: { pinned: false } })
    await tx.post.update({ where: { id }, data: { pinned } })
    const touched = [id, ...before.map((post) => post.id)]
    const expires = ['pinned', ...touched.flatMap(staleWithRendering)]
    await record(tx, { type: 'post.pinned', actor, postId: id, data: { pinned }, expires })
  })
}
