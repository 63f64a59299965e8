import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

const forCommand = {
  id: true,
  kind: true,
  draft: true,
  date: true,
  dateZone: true,
  expiresAt: true,
  returnsAt: true,
  expiresZone: true,
  trashedAt: true,
  language: true,
  pinned: true,
  version: true,
  createdById: true,
  head: {
    select: {
      id: true,
      number: true,
      title: true,
      slug: true,
      extra: true,
      bylines: { select: { personId: true } },
    },
  },
} as const satisfies Prisma.PostSelect

type Row = Prisma.PostGetPayload<{ select: typeof forCommand }>
/** A post as commands load it: locked until their transaction ends. */
export type FoundPost = Omit<Row, 'head'> & { head: NonNullable<Row['head']>; bylineIds: string[] }

/** Loads a post for a change and locks its row, so that two commands on one post run one after the other. */
export async function findPost(tx: Tx, id: string): Promise<FoundPost> {
  await tx.$queryRaw`SELECT 1 FROM post WHERE id = ${id}::uuid FOR UPDATE`
  const post = await tx.post.findUnique({ where: { id }, select: forCommand })
  if (post === null || post.head === null) throw new Refusal('not-found', 'There is no such post.')
  return { ...post, head: post.head, bylineIds: post.head.bylines.map(({ personId }) => personId) }
}

/** Refuses when the post has moved on since the caller looked at it. */
export function expectVersion(post: FoundPost, version: number): void {
  if (post.version === version) return
  throw new Refusal('conflict', 'Somebody saved this post after you opened it. Look at the newer text first.')
}
