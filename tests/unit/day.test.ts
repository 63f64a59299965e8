import { expect, test } from 'vitest'
import { formatDay, formatShortDay, monthOf } from '@/lib/day'

const beforeMidnight = new Date('2026-03-03T23:30:00Z')

test('a day is the one on the calendar of the site', () => {
  expect(formatDay(beforeMidnight, { language: 'en', timeZone: 'UTC' })).toBe('3 March 2026')
  expect(formatDay(beforeMidnight, { language: 'en', timeZone: 'Europe/Berlin' })).toBe('4 March 2026')
})

test('a day is written in the language of the site', () => {
  expect(formatDay(beforeMidnight, { language: 'de', timeZone: 'UTC' })).toBe('3. März 2026')
  expect(formatDay(beforeMidnight, { language: 'en-US', timeZone: 'UTC' })).toBe('March 3, 2026')
  expect(formatShortDay(beforeMidnight, { language: 'en', timeZone: 'UTC' })).toBe('3 Mar')
})

test('the archive counts a post in the month of the site’s own calendar', () => {
  const newYear = new Date('2025-12-31T23:30:00Z')
  expect(monthOf(newYear, 'UTC')).toEqual({ year: 2025, month: 12 })
  expect(monthOf(newYear, 'Europe/Berlin')).toEqual({ year: 2026, month: 1 })
})
