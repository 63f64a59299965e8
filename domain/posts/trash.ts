import { record } from '@/domain/events/commands'
import { type Actor, allow, canDeletePost, canTrashPost } from '@/domain/permissions'
import { findPost } from '@/domain/posts/find'
import { endPublications } from '@/domain/posts/publications'
import { contentOf, revisionContent } from '@/domain/posts/content'
import { addRevision } from '@/domain/posts/revisions'
import { freeSlug, lockSlugs } from '@/domain/posts/slugs'
import { staleWithPlace } from '@/domain/posts/stale'
import { announceNow } from '@/domain/schedule/announce'
import { transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** Takes a post from the site (410 if readers ever saw it) and puts it into the trash with everything it has. */
export async function trashPost(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canTrashPost(actor, post))
    if (post.trashedAt !== null) return
    const { now } = post
    await endPublications(tx, id, now)
    await tx.post.update({ where: { id }, data: { trashedAt: now, submittedAt: null } })
    await record(tx, { type: 'post.trashed', actor, postId: id, expires: await staleWithPlace(tx, id) })
  })
}

/**
 * Back from the trash as a draft: tags, series and date are kept, and nothing is published by surprise. The slug stays too,
 * unless another post took it meanwhile: then it gets a number.
 */
export async function restorePost(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canTrashPost(actor, { ...post, draft: true }))
    if (post.trashedAt === null) throw new Refusal('invalid', 'This post is not in the trash.')
    await lockSlugs(tx)
    const slug = await freeSlug(tx, {
      postId: id,
      kind: post.kind,
      language: post.language,
      slug: post.head.slug,
    })
    if (slug !== post.head.slug) {
      const head = await tx.revision.findUniqueOrThrow({
        where: { id: post.head.id },
        select: revisionContent,
      })
      const content = { ...contentOf(post.kind, head), slug }
      await addRevision(tx, { actor, post, content, act: 'restored', extra: head.extra })
    }
    await tx.post.update({ where: { id }, data: { trashedAt: null, draft: true } })
    await record(tx, { type: 'post.restored', actor, postId: id })
  })
}

/** Deletes a post in the trash for good, with its history. Its address answers 410 if readers ever saw it. */
export async function deletePost(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canDeletePost(actor, post))
    if (post.trashedAt === null)
      throw new Refusal('invalid', 'Only a post in the trash can be deleted for good.')
    await announceNow(tx, id)
    const seen = await tx.publication.findMany({
      where: { postId: id, visibleFrom: { lte: post.now } },
      select: { path: true },
      distinct: ['path'],
    })
    // Its old addresses stay as gone ones; those of a text nobody saw go with it.
    if (seen.length > 0) await tx.address.updateMany({ where: { postId: id }, data: { postId: null } })
    await tx.post.delete({ where: { id } })
    await tx.address.createMany({ data: seen.map(({ path }) => ({ path })), skipDuplicates: true })
    await record(tx, { type: 'post.deleted', actor, data: { id } })
  })
}
