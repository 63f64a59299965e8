import { z } from 'zod'
import { pathOf } from '@/domain/posts/post'
import type { Prisma } from '@/generated/prisma/client'

/** Everything that front matter can say of a post, as plain JSON; times are ISO 8601, in UTC. */
export const postState = z.object({
  kind: z.enum(['post', 'page']),
  title: z.string(),
  subtitle: z.string().nullable(),
  description: z.string().nullable(),
  slug: z.string(),
  tags: z.array(z.string()),
  date: z.string().nullable(),
  zone: z.string().nullable(),
  updated: z.string().nullable(),
  expires: z.string().nullable(),
  draft: z.boolean(),
  comments: z.boolean(),
  toc: z.boolean(),
  math: z.boolean(),
  noindex: z.boolean(),
  pinned: z.boolean(),
  series: z.array(z.object({ name: z.string(), position: z.number().nullable() })),
  authors: z.array(z.string()),
  featuredImage: z.string().nullable(),
  featuredImageAlt: z.string().nullable(),
  thumbnail: z.string().nullable(),
  audio: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  language: z.string().nullable(),
  feedId: z.string(),
  /** Paths that lead to it besides its own, as addresses are stored, in their order. */
  aliases: z.array(z.string()),
})
export type PostState = z.output<typeof postState>

const named = { select: { name: true } } as const

/** What `stateOf` reads. */
export const stateSelect = {
  id: true,
  kind: true,
  draft: true,
  date: true,
  dateZone: true,
  expiresAt: true,
  pinned: true,
  language: true,
  feedId: true,
  addresses: { select: { path: true } },
  publications: { select: { path: true, visibleFrom: true, updated: true }, orderBy: { visibleFrom: 'asc' } },
  head: {
    select: {
      id: true,
      title: true,
      subtitle: true,
      description: true,
      slug: true,
      featuredImage: true,
      featuredImageAlt: true,
      thumbnail: true,
      audio: true,
      canonicalUrl: true,
      comments: true,
      toc: true,
      math: true,
      noindex: true,
      tags: { select: { tag: named }, orderBy: { position: 'asc' } },
      series: { select: { position: true, series: named }, orderBy: { series: { name: 'asc' } } },
      bylines: { select: { person: named }, orderBy: { position: 'asc' } },
    },
  },
} as const satisfies Prisma.PostSelect

export type StatedPost = Prisma.PostGetPayload<{ select: typeof stateSelect }>

/** What is true of a post at `now`, by its newest text. `null` when it has none. */
export function stateOf({ head, ...post }: StatedPost, now: Date): PostState | null {
  if (head === null) return null
  const { id: _id, tags, series, bylines, math, ...text } = head
  const path = pathOf({ kind: post.kind, slug: head.slug, language: post.language })
  const former = post.publications.filter(({ visibleFrom }) => visibleFrom <= now)
  const paths = [...post.addresses, ...former].map((address) => address.path)
  return {
    ...text,
    kind: post.kind,
    tags: tags.map(({ tag }) => tag.name),
    date: post.date?.toISOString() ?? null,
    zone: post.dateZone,
    updated: (former.at(-1) ?? post.publications.at(-1))?.updated?.toISOString() ?? null,
    expires: post.expiresAt?.toISOString() ?? null,
    draft: post.draft,
    math: math === 'dollars',
    pinned: post.pinned,
    series: series.map(({ position, series }) => ({ name: series.name, position })),
    authors: bylines.map(({ person }) => person.name),
    language: post.language,
    feedId: post.feedId,
    aliases: [...new Set(paths)].filter((alias) => alias !== path).sort(),
  }
}
