import { expect, test } from 'vitest'
import { foldOf, gapInWords, momentOf, readWhen } from '@/components/schedule/when'
import { changeInput, expiryInput, planInput, scheduleInput } from '@/domain/posts/schema'
import { instantOf, whenOf } from '@/lib/zoned-time'

const at = (date: string, time: string, zone: string) => ({ date, time, zone })

test.each([
  [at('2026-03-29', '02:30', 'Europe/Berlin'), 'moved on by 1 hour, to 03:30', '2026-03-29T01:30:00.000Z'],
  [at('2026-03-08', '02:00', 'America/New_York'), 'moved on by 1 hour, to 03:00', '2026-03-08T07:00:00.000Z'],
  [at('2026-10-04', '02:15', 'Australia/Lord_Howe'), 'moved on by 30 minutes, to 02:45', '2026-10-03T15:45:00.000Z'],
  [at('2011-12-30', '12:00', 'Pacific/Apia'), 'moved on by 24 hours, to Saturday 31 Dec 2011, 12:00 Apia', '2011-12-30T22:00:00.000Z'],
])('a time that the clocks jump over is moved on, and that is said: %o', (when, words, instant) => {
  expect(gapInWords(when)).toBe(`The clocks jump over ${when.time} there: it is ${words}.`)
  expect(momentOf(when)?.toISOString()).toBe(instant)
  expect(foldOf(when)).toBeNull()
}) // prettier-ignore

test.each([
  [at('2026-10-25', '02:30', 'Europe/Berlin'), '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  [at('2026-11-01', '01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
  [at('2026-04-05', '01:45', 'Australia/Lord_Howe'), '2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
])('of a time that the clocks show twice both can be chosen: %o', (when, first, second) => {
  expect(foldOf(when)).toEqual({ first: new Date(first), second: new Date(second) })
  expect(momentOf(when)?.toISOString()).toBe(first)
  expect(momentOf({ ...when, second: true })?.toISOString()).toBe(second)
  expect(whenOf(new Date(first), when.zone)).toEqual({ ...when, second: false })
  expect(whenOf(new Date(second), when.zone)).toEqual({ ...when, second: true })
  expect(gapInWords(when)).toBeNull()
})

test('what is read off the wall is the same moment again, all through both switches of a year', () => {
  const switches: Record<string, string[]> = {
    'Europe/Berlin': ['2026-03-28', '2026-10-24'], 'America/New_York': ['2026-03-08', '2026-11-01'],
    'Australia/Lord_Howe': ['2026-04-04', '2026-10-03'], 'Pacific/Apia': ['2011-12-29'], UTC: ['2026-03-29'],
  }
  for (const zone of Object.keys(switches)) {
    for (const day of switches[zone] ?? [])
      for (let quarter = 0; quarter < 192; quarter += 2) {
        const instant = new Date(Date.parse(`${day}T00:00:00Z`) + quarter * 900_000)
        const found = instantOf(whenOf(instant, zone))
        expect([zone, found?.instant.toISOString()]).toEqual([zone, instant.toISOString()])
        expect(found?.note).not.toBe('gap')
      }
  }
}) // prettier-ignore

const YEARS = 'The year must be between 1900 and 2199.'
test.each([
  [at('', '09:00', 'UTC'), 'Choose a date and a time.'],
  [at('2026-11-27', '', 'UTC'), 'Choose a date and a time.'],
  [at('2026-11-27', '09:00', ''), 'Choose a time zone.'],
  [at('0000-01-01', '09:00', 'UTC'), YEARS],
  [at('0001-01-01', '00:00', 'UTC'), YEARS],
  [at('1899-12-31', '23:59', 'UTC'), YEARS],
  [at('2200-01-01', '00:00', 'UTC'), YEARS],
  [at('275760-09-13', '00:00', 'UTC'), YEARS],
  [at('+275760-09-13', '00:00', 'UTC'), YEARS],
  [at('2026-02-30', '09:00', 'UTC'), 'There is no such day or time.'],
  [at('2026-11-27', '24:30', 'UTC'), 'There is no such day or time.'],
])('%o is refused with its reason', (when, problem) => {
  expect(readWhen(when)).toEqual({ problem })
  expect(momentOf(when)).toBeNull()
})

const id = '01890000-0000-7000-8000-000000000000'
const good = { id, version: 1, date: new Date('2026-11-27T08:00:00Z'), zone: 'Europe/Berlin' }
const RANGE = 'The date must be between 1900 and 2200.'
test.each([
  [{ ...good, date: new Date('0000-01-01T00:00:00Z') }, 'date', RANGE],
  [{ ...good, date: new Date('+275760-09-13T00:00:00Z') }, 'date', RANGE],
  [{ ...good, date: new Date(Number.NaN) }, 'date', 'This is not a date.'],
  [{ ...good, date: '2026-11-27T08:00:00Z' }, 'date', 'This is not a date.'],
  [{ ...good, date: null }, 'date', 'This is not a date.'],
  [{ ...good, zone: undefined }, 'zone', 'Choose a time zone.'],
  [{ ...good, zone: '' }, 'zone', 'This time zone is not known.'],
  [{ ...good, zone: 'Europe/Atlantis' }, 'zone', 'This time zone is not known.'],
  [{ ...good, zone: '+01:00' }, 'zone', 'This time zone is not known.'],
])('the domain refuses %o at its field', (input, field, sentence) => {
  for (const schema of [scheduleInput, changeInput.omit({ announce: true })]) {
    const [issue] = schema.safeParse(input).error?.issues ?? []
    expect([issue?.path, issue?.message]).toEqual([[field], sentence])
  }
})

test('other names of a zone are zones too, and a plan or a return needs its zone and its years', () => {
  for (const zone of [
    'UTC',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'America/Argentina/Buenos_Aires',
  ])
    expect(scheduleInput.safeParse({ ...good, zone }).success).toBe(true)
  const far = new Date('+275760-09-13T00:00:00Z')
  expect(planInput.safeParse({ id, plannedFor: good.date, zone: null }).error?.issues[0]?.path).toEqual([
    'zone',
  ])
  expect(planInput.safeParse({ id, plannedFor: far, zone: 'UTC' }).error?.issues[0]?.path).toEqual([
    'plannedFor',
  ])
  expect(planInput.safeParse({ id, plannedFor: null, zone: null }).success).toBe(true)
  expect(expiryInput.safeParse({ id, expiresAt: good.date, returnsAt: far }).error?.issues[0]?.path).toEqual([
    'returnsAt',
  ])
})
