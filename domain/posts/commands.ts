import { randomUUID } from 'node:crypto'
import { record } from '@/domain/events/commands'
import { type Actor, allow, canChangeBylines, canCreatePost, canEditPost } from '@/domain/permissions'
import { dropSuperseded } from '@/domain/posts/coalesce'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { findPost, type FoundPost } from '@/domain/posts/find'
import { addRevision, type Saved, type SavingAct } from '@/domain/posts/revisions'
import type { PostContent } from '@/domain/posts/schema'
import { db, transaction, type Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/**
 * Begins a post as a draft with its first revision. Whoever sends it again with the same `id`, because no answer came, gets a
 * `conflict` with what is there instead of a second post.
 */
export async function createPost(
  actor: Actor,
  content: PostContent,
  { act = 'created', id = randomUUID() }: { act?: SavingAct; id?: string } = {},
): Promise<Saved> {
  allow(canCreatePost(actor))
  return transaction(async (tx) => {
    if ((await tx.post.count({ where: { id } })) > 0) {
      const post = await findPost(tx, id)
      allow(canEditPost(actor, post))
      throw await conflict(tx, actor, post)
    }
    const bylineIds =
      content.bylineIds.length > 0 && canChangeBylines(actor) ? content.bylineIds : ownByline(actor)
    const post = await tx.post.create({
      data: { id, kind: content.kind, feedId: `urn:uuid:${randomUUID()}`, createdById: actor.id },
      select: { id: true, kind: true, language: true },
    })
    const saved = await addRevision(tx, {
      actor,
      post: { ...post, version: 0 },
      content: { ...content, bylineIds },
      act,
    })
    await record(tx, { type: 'post.created', actor, postId: post.id })
    return saved
  })
}

/**
 * Saves the whole text as a new revision. What readers see does not move. When the post is no longer at `version`, refuses
 * with `conflict` and hands over the text that is there now, so that nobody's words are overwritten.
 */
export async function savePost(
  actor: Actor,
  input: { id: string; version: number; content: PostContent },
): Promise<Saved> {
  return transaction(async (tx) => {
    const post = await findPost(tx, input.id)
    allow(canEditPost(actor, post))
    if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
    if (post.version !== input.version) throw await conflict(tx, actor, post)
    const bylineIds = canChangeBylines(actor) ? input.content.bylineIds : post.bylineIds
    const content = { ...input.content, kind: post.kind, bylineIds }
    const saved = await addRevision(tx, { actor, post, content, act: 'saved', extra: post.head.extra })
    await dropSuperseded(tx, post.id)
    await record(tx, { type: 'post.saved', actor, postId: post.id, data: { version: saved.version } })
    return saved
  })
}

/** A new draft with the text of another post; its slug is its own. */
export async function duplicatePost(actor: Actor, id: string): Promise<Saved> {
  const original = await db.post.findUnique({
    where: { id },
    select: { kind: true, head: { select: revisionContent } },
  })
  if (original === null || original.head === null) throw new Refusal('not-found', 'There is no such post.')
  await transaction(async (tx) => allow(canEditPost(actor, { ...(await findPost(tx, id)), draft: true })))
  const content = contentOf(original.kind, original.head)
  return createPost(
    actor,
    { ...content, title: `Copy of ${content.title}`.slice(0, 300), slug: '' },
    { act: 'duplicated' },
  )
}

async function conflict(tx: Tx, actor: Actor, post: FoundPost): Promise<Refusal> {
  const head = await tx.revision.findUniqueOrThrow({
    where: { id: post.head.id },
    select: { ...revisionContent, at: true, by: { select: { id: true, name: true } } },
  })
  const isOwn = head.by !== null && head.by.id === actor.id
  const who = head.by?.name ?? 'Somebody'
  const sentence = isOwn
    ? 'You saved this post in another window.'
    : `${who} saved this post after you opened it.`
  return new Refusal('conflict', sentence, {
    other: { version: head.number, by: isOwn ? null : who, at: head.at, content: contentOf(post.kind, head) },
  })
}

function ownByline(actor: Actor): string[] {
  return actor.id === null ? [] : [actor.id]
}
