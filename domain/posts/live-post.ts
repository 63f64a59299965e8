import type { Prisma } from '@/generated/prisma/client'

/** What a stranger may know of a post in a list. The only select for lists: nothing else leaves the domain. */
export const summarySelect = {
  postId: true,
  path: true,
  date: true,
  updated: true,
  visibleUntil: true,
  post: { select: { feedId: true, pinned: true, language: true } },
  revision: {
    select: {
      title: true,
      subtitle: true,
      description: true,
      excerpt: true,
      readingMinutes: true,
      featuredImage: true,
      featuredImageAlt: true,
      thumbnail: true,
      audio: true,
      tags: { select: { tag: { select: { name: true, slug: true } } }, orderBy: { position: 'asc' } },
      bylines: { select: { person: { select: { name: true, slug: true } } }, orderBy: { position: 'asc' } },
    },
  },
} as const satisfies Prisma.LivePublicationSelect

type SummaryRow = Prisma.LivePublicationGetPayload<{ select: typeof summarySelect }>
export type Named = { name: string; slug: string }

/** A live post in a list. `updated` is the last real update; dates are instants. */
export type PostSummary = {
  id: string
  path: string
  date: Date
  updated: Date | null
  feedId: string
  pinned: boolean
  /** Of its text, where that is not the site's. */
  language: string | null
  title: string
  subtitle: string | null
  /** The description, else the beginning of the text; may be empty. */
  summary: string
  description: string | null
  readingMinutes: number | null
  featuredImage: string | null
  featuredImageAlt: string | null
  thumbnail: string | null
  audio: string | null
  tags: Named[]
  authors: Named[]
}

export function toSummary({ postId, path, date, updated, post, revision }: SummaryRow): PostSummary {
  const { tags, bylines, excerpt, ...columns } = revision
  return {
    ...columns,
    ...post,
    id: postId,
    path,
    date,
    updated,
    summary: columns.description ?? excerpt ?? '',
    tags: tags.map(({ tag }) => tag),
    authors: bylines.map(({ person }) => person),
  }
}
