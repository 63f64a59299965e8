import { type Actor, allow, canPublishPost } from '@/domain/permissions'
import { readPost } from '@/domain/posts/find'
import { ensureRendered } from '@/domain/posts/rendering'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type Version = { actor: Actor; id: string; version: number }

/**
 * Renders before the transaction, so that readers never wait for it and a text that cannot be shown never goes live. What is wrong
 * with a text is only for those who may publish it.
 */
export async function ensureShowable({ actor, id, version }: Version): Promise<void> {
  const [post, revision] = await Promise.all([
    readPost(db, id),
    db.revision.findUnique({
      where: { postId_number: { postId: id, number: version } },
      select: { id: true },
    }),
  ])
  allow(canPublishPost(actor, post))
  if (revision === null) return
  const { problem } = await ensureRendered(revision.id)
  if (problem !== null)
    throw new Refusal('invalid', `The text cannot be shown: ${problem}`, { field: 'body' })
}
