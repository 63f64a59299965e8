import type { Publication } from '@/generated/prisma/browser'

/**
 * The texts that readers are to see of one post, in order: each from its `visibleFrom` until the next begins, as if the post never
 * left the site meanwhile. `visibleUntil` says nothing here: it follows.
 */
export type Timeline = Publication[]

/** The time for which a post is off the site: from `expiresAt` until `returnsAt`, or for good. */
export type Absence = { expiresAt: Date | null; returnsAt: Date | null }

/** The timeline that stored ranges came from: a range in which the text before it comes back is no text of its own. */
export function timelineOf(ranges: Publication[], { returnsAt }: Absence): Timeline {
  return ranges
    .toSorted((a, b) => a.visibleFrom.getTime() - b.visibleFrom.getTime())
    .filter((range, at, all) => {
      const isReturn = returnsAt !== null && isSame(range.visibleFrom, returnsAt)
      return !isReturn || all[at - 1]?.revisionId !== range.revisionId
    })
}

/** Adds a text to a timeline, at its moment; one of the same id is replaced. */
export function withText(timeline: Timeline, text: Publication): Timeline {
  const others = timeline.filter(({ id }) => id !== text.id)
  return [...others, text].toSorted((a, b) => a.visibleFrom.getTime() - b.visibleFrom.getTime())
}

/** The text that readers are meant to see at `moment`, seen or not; null before the first. */
export function textAt(timeline: Timeline, moment: Date): Publication | null {
  return timeline.findLast(({ visibleFrom }) => visibleFrom <= moment) ?? null
}

/** The changes that are still to come: every later text but the one with which the post goes live. */
export function changesAhead(timeline: Timeline, now: Date): Publication[] {
  return timeline.slice(1).filter(({ visibleFrom }) => visibleFrom > now)
}

/** Whether a text that begins at `moment` would begin while the post is off the site. */
export function isAway({ expiresAt, returnsAt }: Absence, moment: Date): boolean {
  return expiresAt !== null && expiresAt <= moment && (returnsAt === null || moment < returnsAt)
}

/** An absence that is over by `now` is none any more. */
export function absenceAt({ expiresAt, returnsAt }: Absence, now: Date): Absence {
  const isOver = returnsAt !== null && returnsAt <= now
  return isOver ? { expiresAt: null, returnsAt: null } : { expiresAt, returnsAt }
}

/** A range of time of one text. Of a text that goes and comes back, the second has another id (null: a new one). */
export type Range = Omit<Publication, 'id'> & { id: string | null }

/**
 * The ranges in which readers see what from `now` on. Each begins when its text does, when the post comes back, or at `now` where
 * the text should be seen already and is not.
 */
export function rangesOf(timeline: Timeline, absence: Absence, now: Date): Range[] {
  const { expiresAt, returnsAt } = absenceAt(absence, now)
  return withUpdates(timeline)
    .flatMap((text, at, all): Range[] => {
      const until = all[at + 1]?.visibleFrom ?? null
      const before: Range = { ...text, visibleUntil: earlier(until, expiresAt) }
      if (expiresAt === null) return [before]
      const isCut = text.visibleFrom < expiresAt
      if (returnsAt === null) return isCut ? [before] : []
      const back = text.visibleFrom > returnsAt ? text.visibleFrom : returnsAt
      const after: Range = { ...text, id: isCut ? null : text.id, visibleFrom: back, visibleUntil: until }
      return isCut ? [before, after] : [after]
    })
    .filter(({ visibleFrom, visibleUntil }) => visibleUntil === null || (visibleUntil > now && visibleUntil > visibleFrom))
} // prettier-ignore

/** A real update is marked as updated from its moment on, wherever that is moved to; after a quiet one the mark of the text before stays. */
function withUpdates(timeline: Timeline): Timeline {
  let last: Date | null = null
  return timeline.map((text, at) => {
    last = at === 0 || isRealUpdate(text) ? text.updated : last
    return { ...text, updated: last }
  })
}

/** Whether feeds tell readers of this text when it comes. */
export function isRealUpdate({
  updated,
  visibleFrom,
}: Pick<Publication, 'updated' | 'visibleFrom'>): boolean {
  return updated !== null && isSame(updated, visibleFrom)
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function isSame(a: Date, b: Date): boolean {
  return a.getTime() === b.getTime()
}
