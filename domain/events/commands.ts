import type { Prisma } from '@/generated/prisma/client'
import type { EventType } from '@/domain/events/event'
import type { Actor } from '@/domain/permissions'
import type { Tx } from '@/lib/db'
import { expire } from '@/lib/depends'

type Happening = {
  type: EventType
  /** The clock's doings are nobody's. */
  actor: Pick<Actor, 'id'>
  postId?: string
  /** Facts about the change; never the text of a post. */
  data?: Prisma.InputJsonObject
  /** What readers were shown that is no longer true: the tags that queries note with `depends`. */
  expires?: string[]
}

/** Records what happened in the transaction of the change, and expires what it made stale when that commits. Answers its id. */
export async function record(
  tx: Tx,
  { type, actor, postId, data = {}, expires = [] }: Happening,
): Promise<bigint> {
  const row = { type, actorId: actor.id, postId: postId ?? null, data, expires }
  const [{ id }] = await Promise.all([
    tx.event.create({ data: row, select: { id: true } }),
    expires.length > 0 ? expire(tx, expires) : null,
  ])
  return id
}
