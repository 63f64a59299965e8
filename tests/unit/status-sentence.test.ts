import { expect, test } from 'vitest'
import { statusSentence, type StatusFacts } from '@/domain/posts/status-sentence'

const now = new Date('2026-11-23T08:00:00Z')
const plain: StatusFacts = {
  status: 'draft', date: null, expiresAt: null, returnsAt: null, plannedFor: null, nextChange: null, trashedAt: null, submittedAt: null, wasLive: false, unpublishedChanges: 0,
} // prettier-ignore
const march = new Date('2026-03-03T09:00:00Z')
const friday = new Date('2026-11-27T08:00:00Z')

const cases: [Partial<StatusFacts>, string][] = [
  [{}, 'Draft, never published'],
  [{ wasLive: true }, 'Draft, was on the site before'],
  [{ submittedAt: march }, 'Draft, submitted for review 3 March 2026'],
  [{ status: 'live', date: march }, 'Live since 3 March 2026'],
  [{ status: 'live', date: march, unpublishedChanges: 1 }, 'Live since 3 March 2026, 1 unpublished change'],
  [{ status: 'live', date: march, unpublishedChanges: 2 }, 'Live since 3 March 2026, 2 unpublished changes'],
  [
    { status: 'live', date: march, expiresAt: friday },
    'Live since 3 March 2026, leaves the site Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC)',
  ],
  [
    { status: 'scheduled', date: friday },
    'Goes live Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC), in 4 days',
  ],
  [
    { status: 'scheduled', date: friday, unpublishedChanges: 3 },
    'Goes live Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC), in 4 days, 3 changes not scheduled',
  ],
  [{ plannedFor: friday }, 'Draft, planned for Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC)'],
  [{ plannedFor: march }, 'Draft, was planned for Tuesday 3 Mar 2026, 10:00 Berlin (09:00 UTC)'],
  [
    { status: 'live', date: march, nextChange: friday, unpublishedChanges: 1 },
    'Live since 3 March 2026, changes Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC), 1 unpublished change',
  ],
  [
    { status: 'live', date: march, expiresAt: friday, returnsAt: new Date('2026-12-01T08:00:00Z') },
    'Live since 3 March 2026, leaves the site Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC) and comes back Tuesday 1 Dec 2026, 09:00 Berlin (08:00 UTC)',
  ],
  [{ status: 'live', date: march, expiresAt: march, returnsAt: march }, 'Live since 3 March 2026'],
  [
    { status: 'expired', expiresAt: march, returnsAt: friday },
    'Left the site Tuesday 3 Mar 2026, 10:00 Berlin (09:00 UTC), comes back Friday 27 Nov 2026, 09:00 Berlin (08:00 UTC), in 4 days',
  ],
  [{ status: 'expired', expiresAt: march }, 'Left the site Tuesday 3 Mar 2026, 10:00 Berlin (09:00 UTC)'],
  [{ status: 'trashed', trashedAt: march }, 'In the trash since 3 March 2026'],
]

test.each(cases)('%o reads %s', (facts, sentence) => {
  expect(statusSentence({ ...plain, ...facts }, { zone: 'Europe/Berlin', now })).toBe(sentence)
})

test('in UTC a time is told once, and a weekday that differs there is told too', () => {
  const scheduled: StatusFacts = { ...plain, status: 'scheduled', date: new Date('2026-11-23T20:00:00Z') }
  expect(statusSentence(scheduled, { zone: 'UTC', now })).toBe(
    'Goes live Monday 23 Nov 2026, 20:00 UTC, in 12 hours',
  )
  expect(statusSentence(scheduled, { zone: 'Asia/Tokyo', now })).toBe(
    'Goes live Tuesday 24 Nov 2026, 05:00 Tokyo (Monday 20:00 UTC), in 12 hours',
  )
})
