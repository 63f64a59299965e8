import { listCorrections } from '@/domain/corrections/queries'
import { getFeaturedPicture, offerWidths } from '@/domain/media/queries'
import { summarySelect, toSummary } from '@/domain/posts/live-post'
import { type PostStatus, pathOf, statusOf } from '@/domain/posts/post'
import { headingsOf, type LivePost } from '@/domain/posts/queries'
import { renderIfKept } from '@/domain/posts/rendering'
import { type ReviewedSeries, seriesOfReview } from '@/domain/reviews/series'
import { sha256 } from '@/lib/crypto'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'

/** A version that somebody without an account may read, as readers would see it, and until when. */
export type Review = {
  post: LivePost
  status: PostStatus
  savedAt: Date
  endsAt: Date
  now: Date
  series: ReviewedSeries[]
}

type Open = { postId: string; revisionId: string; expiresAt: Date }

/** What a review link shows; null when there is no such link, it has ended, was taken back, or its post is in the trash. */
export async function openReview(token: string): Promise<Review | null> {
  const link = await findOpen(token)
  if (link === null) return null
  await renderIfKept(link.revisionId)
  const [revision, now] = await Promise.all([
    db.revision.findUnique({ where: { id: link.revisionId }, select: wholeRevision }),
    databaseNow(db),
  ])
  // Somebody saved this moment: the newest is another one now.
  if (revision === null) return openReview(token)
  const { post, at, slug, html, headings, words, series: _series, ...shown } = revision
  const { kind, language, draft, expiresAt, returnsAt, trashedAt, date, ...identity } = post
  const { toc, comments, noindex, canonicalUrl, ...listed } = shown
  const summary = toSummary({
    postId: link.postId,
    path: pathOf({ kind, slug, language }),
    date: date ?? now,
    updated: null,
    visibleUntil: expiresAt,
    post: { ...identity, language },
    revision: listed,
  })
  return {
    post: {
      ...summary,
      kind,
      html: await offerWidths(html ?? ''),
      headings: headingsOf(headings),
      words: words ?? 0,
      toc,
      comments,
      noindex,
      canonicalUrl,
      picture: await getFeaturedPicture(revision),
      corrections: (await listCorrections([link.postId])).get(link.postId) ?? [],
    },
    status: statusOf({ draft, kind, date, expiresAt, returnsAt, trashedAt }, now),
    savedAt: at,
    endsAt: link.expiresAt,
    now,
    series: await seriesOfReview(summary, revision.series),
  }
}

/** Counts that somebody read what a link shows. */
export async function countReview(token: string): Promise<void> {
  await db.$executeRaw`
    UPDATE review_link SET views = views + 1, last_viewed_at = now() WHERE hash = ${sha256(token)}`
}

async function findOpen(token: string): Promise<Open | null> {
  const [link] = await db.$queryRaw<Open[]>`
    SELECT l.post_id::text AS "postId", coalesce(l.revision_id, p.head_id)::text AS "revisionId", l.expires_at AS "expiresAt"
    FROM review_link l JOIN post p ON p.id = l.post_id LEFT JOIN person maker ON maker.id = l.created_by_id
    WHERE l.hash = ${sha256(token)} AND l.ended_at IS NULL AND l.expires_at > now() AND p.trashed_at IS NULL
      AND p.head_id IS NOT NULL AND maker.disabled_at IS NULL`
  return link ?? null
}

const wholeRevision = {
  ...summarySelect.revision.select,
  at: true,
  slug: true,
  html: true,
  headings: true,
  words: true,
  toc: true,
  comments: true,
  noindex: true,
  canonicalUrl: true,
  series: { select: { position: true, series: { select: { id: true, name: true, slug: true } } } },
  post: {
    select: {
      ...summarySelect.post.select,
      kind: true,
      draft: true,
      date: true,
      expiresAt: true,
      returnsAt: true,
      trashedAt: true,
    },
  },
} as const
