import { z } from 'zod'
import { db } from '@/lib/db'
import { depends } from '@/lib/depends'
import type { Prisma } from '@/generated/prisma/client'
import type { Correction } from '@/domain/corrections/correction'
import { listCorrections } from '@/domain/corrections/queries'
import type { Heading } from '@/domain/markdown/rendered'
import { type FeaturedPicture, getFeaturedPicture, offerWidths } from '@/domain/media/queries'
import { type ListedPost, withSrcsets } from '@/domain/posts/listed-post'
import { type PostSummary, summarySelect, toSummary } from '@/domain/posts/live-post'
import { idsBetween } from '@/domain/posts/list-places'
import { type ListScope, nameOfScope, readingOrder } from '@/domain/posts/reading-order'
import { ensureRendered, isRendered } from '@/domain/posts/rendering'

/** A live post as its own page shows it. */
export type LivePost = PostSummary & {
  kind: 'post' | 'page'
  html: string
  headings: Heading[]
  words: number
  toc: boolean
  comments: boolean
  noindex: boolean
  canonicalUrl: string | null
  /** The featured image; its size is known when it is one of ours. */
  picture: FeaturedPicture | null
  /** What was mended since readers first saw it, in the order in which it was. */
  corrections: Correction[]
}

const headings = z.array(
  z.object({ id: z.string(), text: z.string(), depth: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
)

/** The headings of a revision as they were stored when it was rendered. */
export function headingsOf(stored: unknown): Heading[] {
  return headings.parse(stored)
}

/** Of one post: everything that its page shows. */
const wholeSelect = {
  ...summarySelect,
  kind: true,
  revisionId: true,
  revision: {
    select: {
      ...summarySelect.revision.select,
      html: true,
      rendererVersion: true,
      headings: true,
      words: true,
      toc: true,
      comments: true,
      noindex: true,
      canonicalUrl: true,
    },
  },
} as const satisfies Prisma.LivePublicationSelect

/** The live post or page at a path (`/posts/slug`, as `pathOf` makes it), or null. */
export async function getLivePost(path: string): Promise<LivePost | null> {
  const found = await findRendered(path)
  if (found === null) return null
  depends(`post:${found.postId}`)
  const { html, rendererVersion: _version, ...revision } = found.revision
  return {
    ...toSummary({ ...found, revision }),
    kind: found.kind,
    html: await offerWidths(html ?? ''),
    headings: headingsOf(revision.headings),
    words: revision.words ?? 0,
    toc: revision.toc,
    comments: revision.comments,
    noindex: revision.noindex,
    canonicalUrl: revision.canonicalUrl,
    picture: await getFeaturedPicture(revision),
    corrections: (await listCorrections([found.postId])).get(found.postId) ?? [],
  }
}

async function findRendered(path: string) {
  const query = { where: { path }, select: wholeSelect } as const
  const found = await db.livePublication.findFirst(query)
  if (found === null || isRendered(found.revision)) return found
  await ensureRendered(found.revisionId)
  return db.livePublication.findFirst(query)
}

export type PostList = { posts: ListedPost[]; total: number; pages: number }

/** Page `page` (from 1) of a list of live posts, newest first. */
export async function listLivePosts(
  scope: ListScope,
  { page, perPage }: { page: number; perPage: number },
): Promise<PostList> {
  const order = await readingOrder(scope)
  const { length: total } = order
  const ids = idsBetween(order, (page - 1) * perPage, page * perPage)
  const rows = await db.livePublication.findMany({
    where: { postId: { in: ids }, kind: 'post' },
    select: summarySelect,
    orderBy: [...newestFirst],
  })
  dependOnList(scope, rows)
  return {
    posts: await withSrcsets(rows.map(toSummary)),
    total,
    pages: Math.max(1, Math.ceil(total / perPage)),
  }
}

/** A live post with its whole HTML, for feeds. */
export type FeedPost = PostSummary & { html: string; corrections: Correction[] }

const feedSelect = {
  ...summarySelect,
  revisionId: true,
  revision: { select: { ...summarySelect.revision.select, html: true, rendererVersion: true } },
} as const satisfies Prisma.LivePublicationSelect

/** The newest live posts of a scope with their whole HTML. */
export async function listFeedPosts(scope: ListScope, limit: number): Promise<FeedPost[]> {
  const ids = idsBetween(await readingOrder(scope), 0, limit)
  const query = {
    where: { postId: { in: ids }, kind: 'post' },
    select: feedSelect,
    orderBy: [...newestFirst],
  } as const satisfies Prisma.LivePublicationFindManyArgs
  const found = await db.livePublication.findMany(query)
  const pending = found.filter(({ revision }) => !isRendered(revision))
  await Promise.all(pending.map(({ revisionId }) => ensureRendered(revisionId)))
  const rows = pending.length === 0 ? found : await db.livePublication.findMany(query)
  dependOnList(scope, rows)
  const corrections = await listCorrections(ids)
  return rows.map(({ revision: { html, rendererVersion: _version, ...revision }, ...row }) => ({
    ...toSummary({ ...row, revision }),
    html: html ?? '',
    corrections: corrections.get(row.postId) ?? [],
  }))
}

export type Neighbour = { path: string; title: string }
export type Neighbours = { newer: Neighbour | null; older: Neighbour | null }

/** The live posts right before and after a post in the order of lists, for "previous" and "next". */
export async function getNeighbours({ id, date }: { id: string; date: Date }): Promise<Neighbours> {
  const [newer, older] = await Promise.all([
    db.$queryRaw<NeighbourRow[]>`
      SELECT l.post_id AS id, l.path, r.title FROM live_publication l JOIN revision r ON r.id = l.revision_id
      WHERE l.kind = 'post' AND (l.date, l.post_id) > (${date}, ${id}::uuid) ORDER BY l.date, l.post_id LIMIT 1`,
    db.$queryRaw<NeighbourRow[]>`
      SELECT l.post_id AS id, l.path, r.title FROM live_publication l JOIN revision r ON r.id = l.revision_id
      WHERE l.kind = 'post' AND (l.date, l.post_id) < (${date}, ${id}::uuid) ORDER BY l.date DESC, l.post_id DESC LIMIT 1`,
  ])
  for (const beside of ['after', 'before']) depends(`${beside}:${id}`)
  for (const row of [...newer, ...older]) depends(`post:${row.id}`)
  return { newer: newer[0] ?? null, older: older[0] ?? null }
}

type NeighbourRow = Neighbour & { id: string }

/** The pinned live post, if there is one. */
export async function getPinnedPost(): Promise<ListedPost | null> {
  const row = await db.livePublication.findFirst({
    where: { kind: 'post', post: { pinned: true } },
    select: summarySelect,
    orderBy: newestFirst,
  })
  depends('pinned')
  if (row === null) return null
  depends(`post:${row.postId}`)
  const [post] = await withSrcsets([toSummary(row)])
  return post ?? null
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

/** Posts of one date stand in the order of their ids, which a change to one of them does not move. */
const newestFirst = [
  { date: 'desc' },
  { postId: 'desc' },
] as const satisfies Prisma.LivePublicationOrderByWithRelationInput[]

/** A list depends on which posts belong to it and on what each one shown says. */
function dependOnList(scope: ListScope, rows: { postId: string }[]): void {
  depends(nameOfScope(scope))
  for (const { postId } of rows) depends(`post:${postId}`)
}
