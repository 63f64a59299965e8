import { describe, expect, test } from 'vitest'
import {
  changesInWords,
  labelOf,
  plansFor,
  sentenceOf,
  takesOff,
  toldBy,
} from '@/components/editor/publish-plan'
import type { DeskState } from '@/domain/posts/desk-post'

const now = new Date('2026-11-22T12:00:00Z')
const live: DeskState = {
  id: 'a',
  kind: 'post',
  version: 1,
  slug: 'größe',
  path: '/posts/gr%C3%B6%C3%9Fe',
  status: 'live',
  sentence: 'Live since 3 March 2026',
  now,
  date: new Date('2026-03-03T09:00:41.500Z'),
  zone: 'UTC',
  expiresAt: null,
  returnsAt: null,
  expiresZone: 'UTC',
  plannedFor: null,
  plannedZone: 'UTC',
  shows: 1,
  ahead: [],
  submitted: false,
  pinned: false,
  wasLive: true,
  unpublishedChanges: 0,
  changed: [],
  livePath: '/posts/gr%C3%B6%C3%9Fe',
  may: { edit: true, publish: true, trash: true, delete: true, changeBylines: true },
}
const asItIs = { date: '2026-03-03', time: '09:00', zone: 'UTC' }

describe('what the publish panel offers', () => {
  test('a live post without changes offers only another date', () => {
    expect(plansFor(live)).toEqual(['later'])
    expect(sentenceOf('later', live, asItIs)).toBeNull()
  })

  test('another date in the past keeps it on the site, and the sentence says so', () => {
    const when = { ...asItIs, date: '2026-03-02' }
    expect(sentenceOf('later', live, when)).toBe(
      'It stays at /posts/größe, dated Monday 2 Mar 2026, 09:00 UTC.',
    )
    expect(takesOff('later', live, when)).toBe(false)
  })

  test('a date ahead takes it off the site, and the sentence says so', () => {
    const when = { ...asItIs, date: '2026-11-26' }
    expect(takesOff('later', live, when)).toBe(true)
    expect(sentenceOf('later', live, when)).toBe(
      'It leaves the site now and comes back Thursday 26 Nov 2026, 09:00 UTC, in 4 days.',
    )
  })

  test('the button of a time that is past does not promise a schedule', () => {
    const draft: DeskState = { ...live, status: 'draft' }
    expect(labelOf('later', draft, asItIs)).toBe('Publish with this date')
    expect(labelOf('later', draft, { ...asItIs, date: '2026-11-26' })).toBe('Schedule')
  })

  test('the address of a draft is written as people read it', () => {
    const draft: DeskState = { ...live, status: 'draft', date: null, wasLive: false }
    expect(sentenceOf('now', draft, asItIs)).toBe('Readers see it at /posts/größe at once.')
  })

  test('an update says what is new to readers, and asks only once', () => {
    const changed = { ...live, unpublishedChanges: 4, changed: ['title', 'tags', 'text', 'text'] }
    expect(plansFor(changed)).toEqual(['update', 'change', 'later'])
    expect(sentenceOf('update', changed, asItIs)).toBe(
      'Readers see what is new at /posts/größe at once: title, tags and 2 paragraphs.',
    )
    expect(changesInWords(['text'])).toBe('1 paragraph')
  })

  test('a quiet fix carries no note, though one was typed before', () => {
    expect(toldBy({ announce: false, correction: 'Typed, then thought better' }).correction).toBe('')
    expect(toldBy({ announce: true, correction: 'It was 40' }).correction).toBe('It was 40')
  })
})
