import { type PostState, postState, stateOf, stateSelect } from '@/domain/export/post-state'
import type { Prisma } from '@/generated/prisma/client'
import { isRecord } from '@/domain/transfer/front-matter-values'
import { db } from '@/lib/db'
import { databaseNow } from '@/lib/dates'

/** A post as it is now, and, when it came with an import, its file and what that made of it. */
export type LoadedPost = {
  state: PostState
  body: string
  extra: Record<string, unknown>
  file: { source: string; path: string; bytes: Uint8Array; state: PostState; body: string } | null
}

const text = { body: true, extra: true } as const
const exported = {
  ...stateSelect,
  head: { select: { ...stateSelect.head.select, ...text } },
  sourceFile: {
    select: { source: true, path: true, content: true, state: true, version: true, revisionId: true },
  },
} as const satisfies Prisma.PostSelect

/** The posts of these ids that are there, by id. */
export async function loadPosts(ids: string[]): Promise<Map<string, LoadedPost>> {
  const now = await databaseNow(db)
  const posts = await db.post.findMany({ where: { id: { in: ids } }, select: exported })
  const loaded = await Promise.all(
    posts.map(async (post) => ({ id: post.id, loaded: await load(post, now) })),
  )
  return new Map(loaded.flatMap(({ id, loaded }) => (loaded === null ? [] : [[id, loaded] as const])))
}

/** The bytes of files that are no posts, by the ids of their rows. */
export async function loadKept(ids: string[]): Promise<Map<string, Uint8Array>> {
  const rows = await db.sourceFile.findMany({
    where: { id: { in: ids } },
    select: { id: true, content: true },
  })
  return new Map(rows.map(({ id, content }) => [id, content]))
}

type Row = Prisma.PostGetPayload<{ select: typeof exported }>

async function load(post: Row, now: Date): Promise<LoadedPost | null> {
  const { head, sourceFile } = post
  const state = stateOf(post, now)
  if (head === null || state === null) return null
  const loaded = { state, body: head.body, extra: isRecord(head.extra) ? head.extra : {} }
  if (sourceFile === null) return { ...loaded, file: null }
  const { source, path, content: bytes } = sourceFile
  const arrived = await loadArrived(post, sourceFile, now)
  return { ...loaded, file: arrived && { source, path, bytes, ...arrived } }
}

/** What the file became. Files that came before that was kept are compared by the text of the version they became. */
async function loadArrived(post: Row, file: NonNullable<Row['sourceFile']>, now: Date) {
  const remembered = postState.safeParse(file.state)
  if (file.revisionId !== null && file.revisionId === post.head?.id && remembered.success)
    return { state: remembered.data, body: post.head.body }
  const revision = await db.revision.findFirst({
    where: {
      postId: post.id,
      ...(file.revisionId === null ? { number: file.version } : { id: file.revisionId }),
    },
    select: { ...stateSelect.head.select, ...text },
  })
  const then = stateOf({ ...post, head: revision }, now)
  const state = remembered.success ? remembered.data : then
  return state === null ? null : { state, body: revision?.body ?? '' }
}
