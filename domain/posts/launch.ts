import { type FoundPost } from '@/domain/posts/find'
import { keepTimeline, loadTimeline, textOf } from '@/domain/posts/keep-timeline'
import {
  type Absence,
  absenceAt,
  changesAhead,
  textAt,
  type Timeline,
  withText,
} from '@/domain/posts/timeline'
import type { Tx } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { momentWithUtc } from '@/lib/times-in-words'

type Launch = { post: FoundPost; date: Date; zone: string | null; now: Date }

/** Puts a post on the site with its newest text from `date` on, or at once when that has passed, as a part of a command. */
export async function launch(tx: Tx, { post, date, zone, now }: Launch): Promise<void> {
  if (post.trashedAt !== null) throw new Refusal('invalid', 'This post is in the trash. Restore it first.')
  if (post.head.title === '')
    throw new Refusal('invalid', 'A post needs a title before readers see it.', { field: 'title' })
  const from = date > now ? date : now
  const absence = absenceFrom(post, { from, now })
  const timeline = await loadTimeline(tx, post, now)
  await tx.post.update({
    where: { id: post.id },
    data: { draft: false, date, dateZone: zone, submittedAt: null, plannedFor: null, plannedZone: null, ...absence },
  }) // prettier-ignore
  const next = withLaunch(timeline, { post, date, zone, from, now })
  await keepTimeline(tx, { post, timeline: next, absence, now })
}

/** A post that has left the site comes back; one that would have left before it comes is a mistake. */
function absenceFrom(post: FoundPost, { from, now }: { from: Date; now: Date }): Absence {
  const { expiresAt, returnsAt } = post
  if (expiresAt === null || expiresAt <= now) return { expiresAt: null, returnsAt: null }
  if (expiresAt > from) return { expiresAt, returnsAt }
  const sentence = 'The post would have left the site before it goes live. Change the expiry first.'
  throw new Refusal('invalid', sentence, { field: 'expiresAt' })
}

function withLaunch(timeline: Timeline, { post, date, zone, from, now }: Launch & { from: Date }): Timeline {
  const shown = textAt(timeline, now)
  const ahead = changesAhead(timeline, now)
  const isRedated = shown !== null && date <= now && post.date?.getTime() !== date.getTime()
  const isBack = absenceAt(post, now).expiresAt !== null && post.expiresAt !== null && post.expiresAt <= now
  const early = ahead.find(({ visibleFrom }) => visibleFrom <= from)
  if (early !== undefined) {
    const moment = momentWithUtc(early.visibleFrom, early.zone ?? zone ?? 'UTC')
    const sentence = `The change of ${moment} would come before the post goes live. Move or cancel it first.`
    throw new Refusal('invalid', sentence, { field: 'date' })
  }
  const updated = date <= now ? (shown?.updated ?? null) : null
  const first = isRedated && !isBack ? shown : textOf({ post, revision: post.head, from, date, updated })
  return [first, ...ahead].map((text) => ({ ...text, date }))
}

type Replacement = { post: FoundPost; revision: { id: string; slug: string }; now: Date }

/**
 * Puts another text in the place of the one that readers see, or will see first, wherever that is planned; other texts, an absence and
 * all moments stay. Answers false for a post that is neither live nor scheduled.
 */
export async function replaceText(tx: Tx, { post, revision, now }: Replacement): Promise<boolean> {
  const timeline = await loadTimeline(tx, post, now)
  const current = textAt(timeline, now) ?? timeline[0]
  if (current === undefined) return false
  const { revisionId, path } = textOf({ ...current, post, revision, from: now })
  const next = timeline.map((text) =>
    text.revisionId === current.revisionId ? { ...text, revisionId, path } : text,
  )
  await keepTimeline(tx, { post, timeline: next, absence: absenceAt(post, now), now })
  return true
}

type Update = { post: FoundPost; announce: boolean; dropAhead?: boolean; now: Date }

/**
 * Puts the newest text in the place of what readers see, or will see first. Of a post that is away it is what they see when it is
 * back.
 */
export async function showHead(tx: Tx, { post, announce, dropAhead = false, now }: Update): Promise<void> {
  const timeline = await loadTimeline(tx, post, now)
  const absence = absenceAt(post, now)
  const isAway = absence.expiresAt !== null && absence.expiresAt <= now
  const shown = textAt(timeline, now)
  const current = shown ?? timeline[0]
  if (current === undefined || (isAway && absence.returnsAt === null))
    throw new Refusal('invalid', 'This post is neither live nor scheduled. Publish it instead.')
  const from = (isAway ? absence.returnsAt : null) ?? (current.visibleFrom > now ? current.visibleFrom : now)
  const updated = announce && shown !== null ? from : current.updated
  const text = textOf({ post, revision: post.head, from, date: current.date, updated })
  const others = timeline.filter(
    (other) => other.visibleFrom.getTime() !== from.getTime() && (!dropAhead || other.visibleFrom <= now),
  )
  await keepTimeline(tx, { post, timeline: withText(others, text), absence, now })
}
