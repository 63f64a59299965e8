import { record } from '@/domain/events/commands'
import type { EventType } from '@/domain/events/event'
import { type Actor, allow, canPublishPost } from '@/domain/permissions'
import { expectVersion, findPost, type FoundPost } from '@/domain/posts/find'
import { keepTimeline, loadTimeline, textOf } from '@/domain/posts/keep-timeline'
import { ensureShowable } from '@/domain/posts/showable'
import { staleWithText } from '@/domain/posts/stale'
import {
  absenceAt,
  changesAhead,
  isAway,
  isRealUpdate,
  type Timeline,
  withText,
} from '@/domain/posts/timeline'
import type { Publication } from '@/generated/prisma/client'
import { transaction, type Tx } from '@/lib/db'
import { databaseNow } from '@/lib/dates'
import { Refusal } from '@/lib/errors'
import { momentWithUtc } from '@/lib/times-in-words'

type Moment = { date: Date; zone: string }
type OfChange = { id: string; change: string }

/**
 * From `date` on readers of a live or scheduled post see this version in place of the text before. Other changes that are
 * scheduled stay, before and after it. `announce` moves `updated` in feeds then.
 */
export async function scheduleChange(
  actor: Actor,
  input: Moment & { id: string; version: number; announce: boolean },
): Promise<void> {
  await ensureShowable({ actor, ...input })
  await rewrite(
    actor,
    { id: input.id, type: 'post.change-scheduled', data: { version: input.version, ...told(input) } },
    (facts) => {
      const { post, timeline } = facts
      expectVersion(post, input.version)
      const first = timeline[0]
      if (first === undefined)
        throw new Refusal('invalid', 'This post is neither live nor scheduled. Schedule it instead.')
      if (post.head.title === '')
        throw new Refusal('invalid', 'A post needs a title before readers see it.', { field: 'title' })
      expectRoom(input, facts, null)
      const { date: from, zone } = input
      const updated = input.announce ? from : null
      return withText(timeline, textOf({ post, revision: post.head, from, date: first.date, updated, zone }))
    },
  )
}

/** Gives a change another moment; its text stays, also when it goes past another change. */
export async function moveChange(actor: Actor, { change, ...input }: OfChange & Moment): Promise<void> {
  await rewrite(actor, { id: input.id, type: 'post.change-moved', data: told(input) }, (facts) => {
    const text = findChange(facts, change)
    expectRoom(input, facts, text)
    const { date: visibleFrom, zone } = input
    const updated = isRealUpdate(text) ? visibleFrom : null
    return withText(facts.timeline, { ...text, visibleFrom, updated, zone })
  })
}

/** The newest text in place of the one that was approved for this change. */
export async function renewChange(
  actor: Actor,
  { id, version, change }: OfChange & { version: number },
): Promise<void> {
  await ensureShowable({ actor, id, version })
  await rewrite(actor, { id, type: 'post.change-renewed', data: { version } }, (facts) => {
    expectVersion(facts.post, version)
    const { visibleFrom: from, ...text } = findChange(facts, change)
    const newer = textOf({ post: facts.post, revision: facts.post.head, from, ...text })
    return withText(facts.timeline, { ...newer, id: change })
  })
}

/** The text before the change stays. */
export async function cancelChange(actor: Actor, { id, change }: OfChange): Promise<void> {
  await rewrite(actor, { id, type: 'post.change-cancelled', data: {} }, (facts) => {
    const text = findChange(facts, change)
    return facts.timeline.filter((other) => other !== text)
  })
}

type Facts = { post: FoundPost; timeline: Timeline; now: Date }
type Rewrite = { id: string; type: EventType; data: Record<string, string | number> }

/** Loads what readers are to see, lets `change` say what they shall see instead, and keeps that. */
async function rewrite(
  actor: Actor,
  { id, type, data }: Rewrite,
  change: (facts: Facts) => Timeline,
): Promise<void> {
  await transaction(async (tx) => {
    const post = await findPost(tx, id)
    allow(canPublishPost(actor, post))
    const { now } = post
    const timeline = await loadTimeline(tx, post, now)
    const wanted = change({ post, timeline, now })
    await keepTimeline(tx, { post, timeline: wanted, absence: absenceAt(post, now), now })
    await record(tx, { type, actor, postId: id, data, expires: await staleWithText(tx, id) })
    await expectInTime(tx, timeline.filter((text) => !wanted.includes(text)))
  })
} // prettier-ignore

function findChange({ timeline, now }: Facts, change: string): Publication {
  const text = changesAhead(timeline, now).find(({ id }) => id === change)
  if (text !== undefined) return text
  throw new Refusal('conflict', 'This change is not ahead any more: it has come, or somebody cancelled it.')
}

/** Whether a change can come at this moment, beside the others. */
function expectRoom({ date, zone }: Moment, { post, timeline, now }: Facts, moved: Publication | null): void {
  const refuse = (sentence: string) => {
    throw new Refusal('invalid', sentence, { field: 'date' })
  }
  const first = timeline[0]
  if (date <= now) return refuse('This time has passed. Choose one that lies ahead, or update the post now.')
  if (first !== undefined && first.visibleFrom >= date)
    return refuse('The post is not live by then. Choose a later time.')
  if (isAway(absenceAt(post, now), date)) return refuse('The post is off the site at that time.')
  const same = timeline.find((text) => text !== moved && text.visibleFrom.getTime() === date.getTime())
  if (same === undefined) return
  refuse(`Another change is scheduled for ${momentWithUtc(date, zone)}. Move or cancel that one first.`)
}

/** A change that readers have begun to see while it was being taken away is not taken away behind their back. */
async function expectInTime(tx: Tx, replaced: Publication[]): Promise<void> {
  const now = await databaseNow(tx)
  const late = replaced.find(({ visibleFrom }) => visibleFrom <= now)
  if (late !== undefined) throw new Refusal('conflict', 'It is too late: readers see this change already.')
}

function told({ date, zone }: Moment): Record<string, string> {
  return { date: date.toISOString(), zone }
}
