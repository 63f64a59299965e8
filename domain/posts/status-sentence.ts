import { type PostStatus } from '@/domain/posts/post'
import { dayInWords, distanceInWords, momentWithUtc } from '@/lib/times-in-words'

export type StatusFacts = {
  status: PostStatus
  date: Date | null
  expiresAt: Date | null
  trashedAt: Date | null
  submittedAt: Date | null
  /** Whether readers ever saw it. */
  wasLive: boolean
  /** In how many fields and paragraphs the text differs from what readers see or will see. */
  unpublishedChanges: number
}

/** The state of a post as one sentence. `zone` is the zone its times are told in, `now` the database's clock. */
export function statusSentence(facts: StatusFacts, { zone, now }: { zone: string; now: Date }): string {
  const { status, date, expiresAt, trashedAt } = facts
  if (status === 'trashed')
    return trashedAt === null ? 'In the trash' : `In the trash since ${dayInWords(trashedAt, zone)}`
  if (status === 'expired')
    return expiresAt === null ? 'Expired' : `Left the site ${momentWithUtc(expiresAt, zone)}`
  if (status === 'draft') return draftSentence(facts, zone)
  const parts = [
    status === 'live' ? liveSince(date, zone) : goesLive(date, { zone, now }),
    changes(facts),
    expiresAt === null ? null : `leaves the site ${momentWithUtc(expiresAt, zone)}`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

function draftSentence({ submittedAt, wasLive }: StatusFacts, zone: string): string {
  if (submittedAt !== null) return `Draft, submitted for review ${dayInWords(submittedAt, zone)}`
  return wasLive ? 'Draft, was on the site before' : 'Draft, never published'
}

function liveSince(date: Date | null, zone: string): string {
  return date === null ? 'Live' : `Live since ${dayInWords(date, zone)}`
}

function goesLive(date: Date | null, { zone, now }: { zone: string; now: Date }): string {
  if (date === null) return 'Scheduled'
  return `Goes live ${momentWithUtc(date, zone)}, ${distanceInWords(date, now)}`
}

function changes({ unpublishedChanges, status }: StatusFacts): string | null {
  if (unpublishedChanges === 0) return null
  const count = unpublishedChanges === 1 ? '1 change' : `${unpublishedChanges} changes`
  return status === 'live' ? count.replace(' ', ' unpublished ') : `${count} not scheduled`
}
