import { expect, test } from 'vitest'
import { latenessInWords, quantile } from '@/components/schedule/lateness'
import { verdictOf } from '@/tests/support/watching'

test('lateness is told in the unit that fits', () => {
  expect([0, 12.4, 999, 1_000, 12_345, 99_900, 180_000].map(latenessInWords)).toEqual([
    '0 ms',
    '12 ms',
    '999 ms',
    '1.0 s',
    '12.3 s',
    '99.9 s',
    '3 min',
  ])
})

test('a quantile is the value that so many do not pass', () => {
  const hundred = Array.from({ length: 100 }, (_none, at) => 100 - at)
  expect([0, 0.5, 0.95, 1].map((part) => quantile(hundred, part))).toEqual([1, 51, 96, 100])
})

test('a moment is kept when nothing shows before it, and something at most a second after it', () => {
  expect(verdictOf({ last: -30, first: 20 })).toBe('on time')
  expect(verdictOf({ last: -80, first: -30 })).toBe('30 ms early')
  expect(verdictOf({ last: 1_001, first: 1_050 })).toBe('still not there 1001 ms after')
  expect(verdictOf({ last: 0, first: Infinity })).toBe('never seen')
})
