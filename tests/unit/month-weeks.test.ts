import { expect, test } from 'vitest'
import { monthAfter, weeksOf } from '@/components/schedule/month-weeks'

test.each([
  ['2026-11', 6, '2026-10-26', '2026-12-06'],
  ['2027-02', 4, '2027-02-01', '2027-02-28'],
  ['2028-02', 5, '2028-01-31', '2028-03-05'],
])('%s lies in %i weeks, from %s to %s', (month, weeks, first, last) => {
  const days = weeksOf(month)
  expect([days.length, days[0]?.[0], days.at(-1)?.[6]]).toEqual([weeks, first, last])
})

test('the month after December is January', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
})
