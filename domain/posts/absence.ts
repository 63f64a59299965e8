import type { FoundPost } from '@/domain/posts/find'
import { type Absence, changesAhead, isAway, type Timeline } from '@/domain/posts/timeline'
import { Refusal } from '@/lib/errors'
import { momentWithUtc } from '@/lib/times-in-words'

type Facts = { post: FoundPost; timeline: Timeline; now: Date }

/** Refuses an absence that makes no sense for this post, naming the field and the way out. */
export function expectAbsence(absence: Absence, { post, timeline, now }: Facts): void {
  const { expiresAt, returnsAt } = absence
  if (expiresAt !== null && post.date !== null && expiresAt <= post.date) {
    throw new Refusal('invalid', 'The post would leave the site before it goes live.', { field: 'expiresAt' })
  }
  if (returnsAt !== null) expectReturn(returnsAt, { expiresAt, now })
  const lost = changesAhead(timeline, now).find(({ visibleFrom }) => isAway(absence, visibleFrom))
  if (lost === undefined) return
  const moment = momentWithUtc(lost.visibleFrom, lost.zone ?? post.dateZone ?? 'UTC')
  const sentence = `A change is scheduled for ${moment}, when the post would be off the site. Move or cancel that change first.`
  throw new Refusal('invalid', sentence, { field: 'expiresAt' })
}

function expectReturn(returnsAt: Date, { expiresAt, now }: { expiresAt: Date | null; now: Date }): void {
  const refuse = (sentence: string) => {
    throw new Refusal('invalid', sentence, { field: 'returnsAt' })
  }
  if (expiresAt === null) return refuse('A post that never leaves the site cannot come back. Choose when it leaves.')
  if (returnsAt <= expiresAt) return refuse('The post would come back before it leaves the site.')
  if (returnsAt <= now) return refuse('The post would be back already. Choose a time that lies ahead.')
} // prettier-ignore
