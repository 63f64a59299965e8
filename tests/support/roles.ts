import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { addMedia } from '@/domain/media/commands'
import type { SignedIn } from '@/domain/permissions'
import { createPost } from '@/domain/posts/commands'
import { publishPost } from '@/domain/posts/publish'
import { trashPost } from '@/domain/posts/trash'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { addJob } from '@/lib/jobs'
import { contentWith } from '@/tests/support/posts'

export type Whose = 'own' | 'byline' | 'other'
export type PostState = 'draft' | 'live' | 'trashed'
export type MadePost = { id: string; version: number; slug: string }

/** Settings that a site may have. */
export const SITE = {
  title: 'T',
  description: '',
  language: 'en',
  timeZone: 'UTC',
  accent: '#000000',
  postsPerPage: 5,
  postsPerFeed: 20,
  feedContent: 'whole',
  securityContact: '',
} as const

/** A post of `actor`, of an editor who named `actor` above it, or of an editor alone. */
export async function postOf(
  { actor, editor }: { actor: SignedIn; editor: SignedIn },
  whose: Whose,
  state: PostState,
): Promise<MadePost> {
  const title = `Post ${randomUUID()}`
  const bylineIds = whose === 'byline' ? [editor.id, actor.id] : []
  const post = await createPost(whose === 'own' ? actor : editor, contentWith({ title, bylineIds }))
  if (state === 'live') await publishPost(editor, post)
  if (state === 'trashed') await trashPost(editor, post.id)
  return post
}

export async function pictureOf(actor: SignedIn): Promise<string> {
  return (await addMedia(actor, { fileName: 'a.png', bytes: await squareBytes() })).id
}

export function squareBytes(): Promise<Buffer> {
  return sharp({ create: { width: 1, height: 1, channels: 3, background: '#a4341f' } })
    .png()
    .toBuffer()
}

export async function newTag(): Promise<string> {
  const name = `tag-${randomBytes(6).toString('hex')}`
  return (await db.tag.create({ data: { name, folded: name, slug: name }, select: { id: true } })).id
}

export async function waitingJob(): Promise<bigint> {
  await addJob(db, { name: 'announce', payload: { postId: randomUUID() } })
  const [job] = await db.$queryRaw<{ id: bigint }[]>`SELECT max(id) AS id FROM graphile_worker._private_jobs`
  return job?.id ?? 0n
}

/** `done`, or the code of the refusal; a bug goes on as one. */
export async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** How much has happened and what a post is now: equal before and after what was refused. */
export async function traceOf(postId: string | null) {
  const [events, revisions, media, people, tags, sessions] = await Promise.all([
    db.event.count(),
    db.revision.count(),
    db.media.count(),
    db.person.count(),
    db.tag.count(),
    db.session.count(),
  ])
  const post = postId === null ? null : await db.post.findUnique({ where: { id: postId } })
  const live = postId === null ? [] : await db.publication.findMany({ where: { postId } })
  return {
    events,
    revisions,
    media,
    people,
    tags,
    sessions,
    post,
    live,
    settings: await db.settings.findMany(),
  }
}
