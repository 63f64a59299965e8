import { randomUUID } from 'node:crypto'
import type { Publication } from '@/generated/prisma/client'
import type { FoundPost } from '@/domain/posts/find'
import { pathOf } from '@/domain/posts/post'
import { claimPath } from '@/domain/posts/publications'
import {
  type Absence,
  absenceAt,
  type Range,
  rangesOf,
  type Timeline,
  timelineOf,
} from '@/domain/posts/timeline'
import { planAnnouncement } from '@/domain/schedule/announce'
import type { Tx } from '@/lib/db'

/** What readers see of a post at `now` and are to see later; nothing of a draft. A post that has left keeps the text it left with. */
export async function loadTimeline(tx: Tx, post: FoundPost, now: Date): Promise<Timeline> {
  if (post.draft || post.trashedAt !== null) return []
  const rows = await tx.publication.findMany({ where: { postId: post.id }, orderBy: { visibleFrom: 'asc' } })
  const coming = rows.filter(({ visibleUntil }) => visibleUntil === null || visibleUntil > now)
  const isShown = coming.some(({ visibleFrom }) => visibleFrom <= now)
  const left = rows.findLast(({ visibleUntil }) => visibleUntil !== null && visibleUntil <= now)
  const isAway = !isShown && left !== undefined && post.expiresAt !== null && post.expiresAt <= now
  return timelineOf(isAway ? [left, ...coming] : coming, absenceAt(post, now))
}

type NewText = {
  post: Pick<FoundPost, 'id' | 'kind' | 'language'>
  revision: { id: string; slug: string }
  from: Date
  date: Date
  updated: Date | null
  zone?: string | null
}

/** A text for a timeline. */
export function textOf({ post, revision, from, date, updated, zone = null }: NewText): Publication {
  const path = pathOf({ kind: post.kind, slug: revision.slug, language: post.language })
  return {
    id: randomUUID(), postId: post.id, revisionId: revision.id, kind: post.kind, path, date, updated, zone, visibleFrom: from,
    visibleUntil: null,
  } // prettier-ignore
}

type Wish = { post: { id: string }; timeline: Timeline; absence: Absence; now: Date }

/**
 * From `now` on readers see this and nothing else of the post. What they saw stays as its record; what stays as it was is not
 * written. Refuses with `conflict` when another post has a path at its time.
 */
export async function keepTimeline(tx: Tx, { post, timeline, absence, now }: Wish): Promise<void> {
  const stored = await tx.publication.findMany({ where: { postId: post.id } })
  const { drop, add, end } = stepsTo(rangesOf(timeline, absence, now), stored, now)
  if (drop.length > 0) await tx.publication.deleteMany({ where: { id: { in: drop.map(({ id }) => id) } } })
  const claims = add.map((range) => ({ ...range, from: range.visibleFrom, until: range.visibleUntil }))
  if (end !== null) claims.push({ ...end.range, from: now, until: end.until })
  // Always in one order, so that two posts that want the same two paths do not wait for each other.
  for (const claim of claims.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    if (claim.until === null || claim.until > claim.from) await claimPath(tx, claim)
  if (end !== null)
    await tx.publication.update({ where: { id: end.range.id }, data: { visibleUntil: end.until } })
  const moments = [...add, ...drop]
    .flatMap(({ visibleFrom, visibleUntil }) => [visibleFrom, visibleUntil])
    .concat(now, end?.until ?? null)
    .map((moment) => Math.max(moment?.getTime() ?? 0, now.getTime()))
  await Promise.all([
    add.length > 0 ? tx.publication.createMany({ data: add }) : null,
    ...[...new Set(moments)].map((moment) =>
      planAnnouncement(tx, { postId: post.id, moment: new Date(moment) }),
    ),
  ])
}

type Steps = {
  drop: Publication[]
  add: Publication[]
  end: { range: Publication; until: Date | null } | null
}

/** What has to be written so that the ranges from `now` on are those that are wanted, and no more than that. */
function stepsTo(wanted: Range[], stored: Publication[], now: Date): Steps {
  const [seen, ahead] = [
    stored.filter(({ visibleFrom }) => visibleFrom < now),
    stored.filter(({ visibleFrom }) => visibleFrom >= now),
  ]
  const shown = seen.find(({ visibleUntil }) => visibleUntil === null || visibleUntil > now)
  const goesOn = wanted.find((range) => shown && range.visibleFrom < now && isSameText(range, shown))
  const until = goesOn === undefined ? now : goesOn.visibleUntil
  const isMoved = shown !== undefined && shown.visibleUntil?.getTime() !== until?.getTime()
  const isThere = (range: Range) => ahead.some((other) => isEqual(range, other))
  const add = wanted
    .filter((range) => range !== goesOn && !isThere(range))
    .map((range) => ({
      ...range,
      id: range.id === null || seen.some(({ id }) => id === range.id) ? randomUUID() : range.id,
      visibleFrom: range.visibleFrom < now ? now : range.visibleFrom,
    }))
  const drop = ahead.filter((range) => !wanted.some((other) => isEqual(range, other)))
  return { drop, add, end: isMoved ? { range: shown, until } : null }
}

function isSameText(a: Range, b: Publication): boolean {
  const isSameTime = a.date.getTime() === b.date.getTime() && a.updated?.getTime() === b.updated?.getTime()
  return isSameTime && a.revisionId === b.revisionId && a.path === b.path
}

function isEqual(a: Range, b: Range): boolean {
  return JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())
}
