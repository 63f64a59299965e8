import type { Prisma } from '@/generated/prisma/client'
import type { PostContent } from '@/domain/posts/schema'
import { idsOfNames } from '@/domain/tags/naming'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'

/** Everything that the text of a post needs to be read again as `PostContent`. */
export const revisionContent = {
  id: true,
  postId: true,
  number: true,
  title: true,
  subtitle: true,
  description: true,
  slug: true,
  body: true,
  featuredImage: true,
  featuredImageAlt: true,
  thumbnail: true,
  audio: true,
  canonicalUrl: true,
  comments: true,
  toc: true,
  noindex: true,
  math: true,
  extra: true,
  tags: { select: { tag: { select: { name: true } } }, orderBy: { position: 'asc' } },
  series: {
    select: { position: true, series: { select: { name: true } } },
    orderBy: { series: { name: 'asc' } },
  },
  bylines: { select: { personId: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.RevisionSelect

export type RevisionContent = Prisma.RevisionGetPayload<{ select: typeof revisionContent }>

/** A stored revision as the content a form edits. */
export function contentOf(kind: PostContent['kind'], revision: RevisionContent): PostContent {
  const {
    id: _id,
    postId: _postId,
    number: _number,
    extra: _extra,
    tags,
    series,
    bylines,
    math,
    ...columns
  } = revision
  return {
    ...columns,
    kind,
    math: math === 'dollars' ? 'dollars' : 'double',
    tags: tags.map(({ tag }) => tag.name),
    series: series.map(({ series, position }) => ({ name: series.name, position })),
    bylineIds: bylines.map(({ personId }) => personId),
  }
}

/** The columns and rows of a revision with this content; tags and series that are new get their names. */
export async function revisionData(tx: Tx, content: PostContent) {
  const { kind: _kind, tags, series, bylineIds, ...columns } = content
  const tagIds = await idsOfNames(tx, 'tag', tags)
  const names = series.map(({ name }) => name)
  await expectPeople(tx, bylineIds)
  const seriesIds = await idsOfNames(tx, 'series', names)
  return {
    ...columns,
    tags: { create: [...new Set(tagIds)].map((tagId, position) => ({ tagId, position })) },
    series: {
      create: [...new Map(series.map(({ position }, at) => [seriesIds[at] ?? '', position]))].map(
        ([seriesId, position]) => ({ seriesId, position }),
      ),
    },
    bylines: { create: [...new Set(bylineIds)].map((personId, position) => ({ personId, position })) },
  }
}

async function expectPeople(tx: Tx, ids: string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if ((await tx.person.count({ where: { id: { in: wanted } } })) === wanted.length) return
  throw new Refusal('invalid', 'One of the authors is not here any more. Choose the authors again.', {
    field: 'bylineIds',
  })
}
