import { z } from 'zod'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'
import type { Prisma } from '@/generated/prisma/client'
import type { Heading } from '@/domain/markdown/rendered'
import { type FeaturedPicture, getFeaturedPicture } from '@/domain/media/queries'
import { type PostSummary, summarySelect, toSummary } from '@/domain/posts/live-post'
import { ensureRendered } from '@/domain/posts/rendering'

/** A live post as its own page shows it. */
export type LivePost = PostSummary & {
  kind: 'post' | 'page'
  html: string
  headings: Heading[]
  words: number
  toc: boolean
  comments: boolean
  canonicalUrl: string | null
  /** The featured image; its size is known when it is one of ours. */
  picture: FeaturedPicture | null
}

const headings = z.array(
  z.object({ id: z.string(), text: z.string(), depth: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
)

const lookup = {
  kind: true,
  revisionId: true,
  ...summarySelect,
} as const satisfies Prisma.LivePublicationSelect

/** The live post or page at a path (`/posts/slug`, as `pathOf` makes it), or null. */
export async function getLivePost(path: string): Promise<LivePost | null> {
  const found = await db.livePublication.findFirst({ where: { path }, select: lookup })
  if (found === null) return null
  depends(`post:${found.postId}`)
  const { html } = await ensureRendered(found.revisionId)
  const more = await db.revision.findUniqueOrThrow({
    where: { id: found.revisionId },
    select: {
      headings: true,
      words: true,
      readingMinutes: true,
      toc: true,
      comments: true,
      canonicalUrl: true,
    },
  })
  return {
    ...toSummary(found),
    ...more,
    kind: found.kind,
    html,
    picture: await getFeaturedPicture(found.revision),
    headings: headings.parse(more.headings),
    words: more.words ?? 0,
  }
}

/** Which live posts a list holds: all, or those of one tag, series, author or year (UTC). Pages are never listed. */
export type ListScope = { tag?: string; series?: string; author?: string; year?: number }

export type PostList = { posts: PostSummary[]; total: number; pages: number }

/** Page `page` (from 1) of a list of live posts, newest first. */
export async function listLivePosts(
  scope: ListScope,
  { page, perPage }: { page: number; perPage: number },
): Promise<PostList> {
  const where = whereOf(scope)
  const [total, rows] = await Promise.all([
    db.livePublication.count({ where }),
    db.livePublication.findMany({
      where,
      select: summarySelect,
      orderBy: newestFirst,
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ])
  dependOnList(scope, rows)
  return { posts: rows.map(toSummary), total, pages: Math.max(1, Math.ceil(total / perPage)) }
}

/** A live post with its whole HTML, for feeds. */
export type FeedPost = PostSummary & { html: string }

/** The newest live posts of a scope with their whole HTML. */
export async function listFeedPosts(scope: ListScope, limit: number): Promise<FeedPost[]> {
  const select = { ...summarySelect, revisionId: true }
  const rows = await db.livePublication.findMany({
    where: whereOf(scope),
    select,
    orderBy: newestFirst,
    take: limit,
  })
  dependOnList(scope, rows)
  const rendered = await Promise.all(rows.map(({ revisionId }) => ensureRendered(revisionId)))
  return rows.map((row, at) => ({ ...toSummary(row), html: rendered[at]?.html ?? '' }))
}

/** The live posts right before and after a post in the order of dates, for "previous" and "next". */
export async function getNeighbours({ id, date }: { id: string; date: Date }): Promise<Neighbours> {
  const others = { kind: 'post', postId: { not: id } } as const
  const [newer, older] = await Promise.all([
    db.livePublication.findFirst({
      where: { ...others, OR: [{ date: { gt: date } }, { date, postId: { gt: id } }] },
      select: summarySelect,
      orderBy: [{ date: 'asc' }, { postId: 'asc' }],
    }),
    db.livePublication.findFirst({
      where: { ...others, OR: [{ date: { lt: date } }, { date, postId: { lt: id } }] },
      select: summarySelect,
      orderBy: [{ date: 'desc' }, { postId: 'desc' }],
    }),
  ])
  for (const beside of ['after', 'before']) depends(`${beside}:${id}`)
  for (const row of [newer, older]) if (row !== null) depends(`post:${row.postId}`)
  return { newer: newer && toSummary(newer), older: older && toSummary(older) }
}

export type Neighbours = { newer: PostSummary | null; older: PostSummary | null }

/** The pinned live post, if there is one. */
export async function getPinnedPost(): Promise<PostSummary | null> {
  const row = await db.livePublication.findFirst({
    where: { kind: 'post', post: { pinned: true } },
    select: summarySelect,
    orderBy: newestFirst,
  })
  depends('pinned')
  if (row === null) return null
  depends(`post:${row.postId}`)
  return toSummary(row)
}

/** Live static pages for the site's navigation, by title. */
export async function listLivePages(): Promise<{ path: string; title: string }[]> {
  const rows = await db.livePublication.findMany({
    where: { kind: 'page' },
    select: { path: true, revision: { select: { title: true } } },
    orderBy: { revision: { title: 'asc' } },
    take: 20,
  })
  depends('pages')
  return rows.map(({ path, revision }) => ({ path, title: revision.title }))
}

const newestFirst = [
  { date: 'desc' },
  { id: 'desc' },
] as const satisfies Prisma.LivePublicationOrderByWithRelationInput[]

function whereOf({ tag, series, author, year }: ListScope): Prisma.LivePublicationWhereInput {
  const revision: Prisma.RevisionWhereInput = {
    ...(tag === undefined ? {} : { tags: { some: { tag: { slug: tag } } } }),
    ...(series === undefined ? {} : { series: { some: { series: { slug: series } } } }),
    ...(author === undefined ? {} : { bylines: { some: { person: { slug: author } } } }),
  }
  const range =
    year === undefined
      ? {}
      : { date: { gte: new Date(Date.UTC(year, 0)), lt: new Date(Date.UTC(year + 1, 0)) } }
  return { kind: 'post', ...range, ...(Object.keys(revision).length === 0 ? {} : { revision }) }
}

/** A list depends on which posts belong to it and on what each one shown says. */
function dependOnList({ tag, series, author }: ListScope, rows: { postId: string }[]): void {
  if (tag !== undefined) depends(`tagged:${tag}`)
  else if (series !== undefined) depends(`in-series:${series}`)
  else if (author !== undefined) depends(`by:${author}`)
  else depends('posts')
  for (const { postId } of rows) depends(`post:${postId}`)
}
