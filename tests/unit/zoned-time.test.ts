import { expect, test } from 'vitest'
import { instantOf, wallTimeOf } from '@/lib/zoned-time'

test.each([
  ['2026-11-27', '09:00', 'Europe/Berlin', '2026-11-27T08:00:00.000Z', null],
  ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z', null],
  ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z', 'gap'],
  ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z', null],
  ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', 'fold'],
  ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z', null],
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', 'fold'],
  ['2026-03-08', '02:15', 'America/New_York', '2026-03-08T07:15:00.000Z', 'gap'],
  ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', 'fold'],
  ['2026-01-01', '00:00', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z', null],
  ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z', 'gap'],
  ['2026-02-28', '23:59', 'UTC', '2026-02-28T23:59:00.000Z', null],
] as const)('%s %s in %s is %s (%s)', (date, time, zone, instant, note) => {
  expect(instantOf({ date, time, zone })).toEqual({ instant: new Date(instant), note })
})

test.each([
  ['2026-02-30', '09:00'],
  ['2026-13-01', '09:00'],
  ['2026-11-27', '25:00'],
  ['27.11.2026', '09:00'],
  ['', ''],
] as const)('%s %s is no time', (date, time) => {
  expect(instantOf({ date, time, zone: 'Europe/Berlin' })).toBeNull()
})

test.each([
  ['2026-11-27T08:00:00Z', 'Europe/Berlin', '2026-11-27', '09:00'],
  ['2026-11-27T23:30:00Z', 'Asia/Tokyo', '2026-11-28', '08:30'],
  ['2026-11-27T08:00:00Z', 'UTC', '2026-11-27', '08:00'],
] as const)('at %s a clock in %s shows %s %s', (instant, zone, date, time) => {
  expect(wallTimeOf(new Date(instant), zone)).toEqual({ date, time })
})
