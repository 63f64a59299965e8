import type { Ownable } from '@/domain/permissions'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

type Asked = Ownable & {
  title: string
  version: number
  dateZone: string | null
  kind: 'post' | 'page'
  trashed: boolean
}

/** What a query must know of a post before it answers anything about it. */
export async function findOwnable(id: string): Promise<Asked> {
  const post = await db.post.findUnique({
    where: { id },
    select: {
      kind: true,
      draft: true,
      version: true,
      dateZone: true,
      trashedAt: true,
      createdById: true,
      head: { select: { title: true, bylines: { select: { personId: true } } } },
    },
  })
  if (post === null || post.head === null) throw new Refusal('not-found', 'There is no such post.')
  const { head, trashedAt, ...facts } = post
  return {
    ...facts,
    title: head.title,
    trashed: trashedAt !== null,
    bylineIds: head.bylines.map(({ personId }) => personId),
  }
}
