import type { Actor } from '@/domain/permissions'
import { postContent, type PostContent } from '@/domain/posts/schema'
import type { Role } from '@/generated/prisma/browser'
import { db, transaction } from '@/lib/db'

/** The whole text of a post with nothing in it but what the test is about. */
export function contentWith(part: Partial<PostContent> = {}): PostContent {
  return postContent.parse({
    kind: 'post', title: 'A title', subtitle: null, description: null, slug: '', body: 'Text.', tags: [], series: [], bylineIds: [],
    featuredImage: null, thumbnail: null, audio: null, canonicalUrl: null, comments: true, toc: true, math: 'double', ...part,
  }) // prettier-ignore
}

/** A new person at the desk. */
export async function personWith(role: Role, name = `The ${role}`): Promise<Actor & { id: string }> {
  const slug = `${role}-${Math.random().toString(36).slice(2)}`
  return db.person.create({
    data: { name, slug, email: `${slug}@example.org`, role },
    select: { id: true, name: true, role: true },
  })
}

/** The paths that readers see of a post at this moment. */
export async function livePathsOf(postId: string): Promise<string[]> {
  const rows = await db.livePublication.findMany({ where: { postId }, select: { path: true } })
  return rows.map(({ path }) => path)
}

/** Moves every range of a post back in time, as if that much time had passed for it. */
export async function letTimePass(postId: string, milliseconds: number): Promise<void> {
  const step = `${milliseconds} milliseconds`
  await transaction(async (tx) => {
    await tx.$executeRaw`UPDATE publication SET visible_from = visible_from - ${step}::interval,
      visible_until = visible_until - ${step}::interval, date = date - ${step}::interval,
      updated = updated - ${step}::interval WHERE post_id = ${postId}::uuid`
    await tx.$executeRaw`UPDATE post SET date = date - ${step}::interval, expires_at = expires_at - ${step}::interval,
      returns_at = returns_at - ${step}::interval WHERE id = ${postId}::uuid`
  })
}
