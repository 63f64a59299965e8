import type { IgnoreInput } from '@/domain/findings/schema'
import { type Actor, allow, canEditPost } from '@/domain/permissions'
import { findPost } from '@/domain/posts/find'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

const MOST = 1_000

/** A finding that is ignored is not counted again before publishing, for whoever looks; or it is again. No change of the text. */
export async function ignoreFinding(actor: Actor, { id, key, ignored }: IgnoreInput): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canEditPost(actor, post))
    const stored = await tx.post.findUniqueOrThrow({ where: { id }, select: { ignoredFindings: true } })
    const others = stored.ignoredFindings.filter((other) => other !== key)
    if (ignored && others.length >= MOST) throw new Refusal('too-large', 'Too many findings are ignored.')
    await tx.post.update({ where: { id }, data: { ignoredFindings: ignored ? [...others, key] : others } })
  })
}
