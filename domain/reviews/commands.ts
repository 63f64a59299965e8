import { record } from '@/domain/events/commands'
import { type Actor, allow, canSharePost } from '@/domain/permissions'
import { findPost } from '@/domain/posts/find'
import type { ReviewDays } from '@/domain/reviews/review'
import { randomToken, sha256 } from '@/lib/crypto'
import { transaction, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

const DAY = 86_400_000
const MOST_OPEN = 50

type Wanted = { id: string; version: number | null; days: ReviewDays }

/** A link by which anybody reads one version of a post, or always the newest, for some days. The token is told once and kept hashed. */
export async function makeReviewLink(
  actor: Actor,
  { id, version, days }: Wanted,
): Promise<{ token: string; path: string }> {
  return transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canSharePost(actor, post))
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    const { now } = post
    const open = await tx.reviewLink.count({ where: { postId: id, endedAt: null, expiresAt: { gt: now } } })
    if (open >= MOST_OPEN)
      throw new Refusal('invalid', `${MOST_OPEN} links are open for this post. End one of them first.`)
    const token = randomToken()
    await tx.reviewLink.create({
      data: {
        hash: sha256(token),
        postId: id,
        revisionId: version === null ? null : await findRevision(tx, id, version),
        createdById: actor.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * DAY),
      },
      select: { id: true },
    })
    const named = version === null ? {} : { version }
    await record(tx, { type: 'post.shared', actor, postId: id, data: { ...named, days } })
    return { token, path: `/preview/${token}` }
  })
}

/** From now on the link answers like one that never was. */
export async function endReviewLink(actor: Actor, linkId: string): Promise<{ postId: string }> {
  return transaction(async (tx) => {
    const link = await tx.reviewLink.findUnique({ where: { id: linkId }, select: { postId: true } })
    if (link === null) throw new Refusal('not-found', 'There is no such review link.')
    const post = await findPost(tx, link.postId)
    allow(canSharePost(actor, post))
    const { now } = post
    const { count } = await tx.reviewLink.updateMany({
      where: { id: linkId, endedAt: null },
      data: { endedAt: now },
    })
    if (count > 0) await record(tx, { type: 'post.unshared', actor, postId: post.id })
    return link
  })
}

async function findRevision(tx: Tx, postId: string, number: number): Promise<string> {
  const revision = await tx.revision.findUnique({
    where: { postId_number: { postId, number } },
    select: { id: true },
  })
  if (revision === null) throw new Refusal('conflict', 'This version has been saved over. Choose the newest.')
  return revision.id
}
