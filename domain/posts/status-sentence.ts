import { type PostStatus } from '@/domain/posts/post'
import { dayInWords, distanceInWords, momentWithUtc } from '@/lib/times-in-words'

export type StatusFacts = {
  status: PostStatus
  date: Date | null
  expiresAt: Date | null
  /** When it comes back after it has left; passed: it is back. */
  returnsAt: Date | null
  /** When its writer means to publish it. */
  plannedFor: Date | null
  /** When readers see the next scheduled change. */
  nextChange: Date | null
  trashedAt: Date | null
  submittedAt: Date | null
  /** Whether readers ever saw it. */
  wasLive: boolean
  /** In how many fields and paragraphs the text differs from what readers see or will see. */
  unpublishedChanges: number
}

/** The state of a post as one sentence. `zone` is the zone its times are told in, `now` the database's clock. */
export function statusSentence(facts: StatusFacts, { zone, now }: Told): string {
  const { status, date, expiresAt, trashedAt } = facts
  if (status === 'trashed')
    return trashedAt === null ? 'In the trash' : `In the trash since ${dayInWords(trashedAt, zone)}`
  if (status === 'expired') return leftSentence(facts, { zone, now })
  if (status === 'draft') return draftSentence(facts, { zone, now })
  const parts = [
    status === 'live' ? liveSince(date, zone) : goesLive(date, { zone, now }),
    facts.nextChange === null ? null : `changes ${momentWithUtc(facts.nextChange, zone)}`,
    changes(facts),
    expiresAt === null || expiresAt <= now ? null : leaves(expiresAt, facts.returnsAt, zone),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

type Told = { zone: string; now: Date }

function draftSentence({ submittedAt, wasLive, plannedFor }: StatusFacts, { zone, now }: Told): string {
  if (submittedAt !== null) return `Draft, submitted for review ${dayInWords(submittedAt, zone)}`
  if (plannedFor === null) return wasLive ? 'Draft, was on the site before' : 'Draft, never published'
  const planned = plannedFor > now ? 'planned for' : 'was planned for'
  return `Draft, ${planned} ${momentWithUtc(plannedFor, zone)}`
}

function leftSentence({ expiresAt, returnsAt }: StatusFacts, { zone, now }: Told): string {
  if (expiresAt === null) return 'Expired'
  const left = `Left the site ${momentWithUtc(expiresAt, zone)}`
  if (returnsAt === null) return left
  return `${left}, comes back ${momentWithUtc(returnsAt, zone)}, ${distanceInWords(returnsAt, now)}`
}

function leaves(expiresAt: Date, returnsAt: Date | null, zone: string): string {
  const leaving = `leaves the site ${momentWithUtc(expiresAt, zone)}`
  return returnsAt === null ? leaving : `${leaving} and comes back ${momentWithUtc(returnsAt, zone)}`
}

function liveSince(date: Date | null, zone: string): string {
  return date === null ? 'Live' : `Live since ${dayInWords(date, zone)}`
}

function goesLive(date: Date | null, { zone, now }: Told): string {
  if (date === null) return 'Scheduled'
  return `Goes live ${momentWithUtc(date, zone)}, ${distanceInWords(date, now)}`
}

function changes({ unpublishedChanges, status }: StatusFacts): string | null {
  if (unpublishedChanges === 0) return null
  const count = unpublishedChanges === 1 ? '1 change' : `${unpublishedChanges} changes`
  return status === 'live' ? count.replace(' ', ' unpublished ') : `${count} not scheduled`
}
