import { readWrittenDate } from '@/lib/written-date'
import { wallTimeOf } from '@/lib/zoned-time'

const written = /^(\d{4}-\d\d-\d\d)(?:([T ])\d\d:\d\d(:\d\d(\.\d+)?)?(\s*)(Z|[+-]\d\d:?\d\d)?)?$/

/** An instant in the form of the date that stood there, in its zone; ISO 8601 in UTC where that cannot say it. */
export function writeInstantLike(iso: string, like: string, siteZone: string): string {
  const found = written.exec(like.replace(/^(["'])(.*)\1$/, '$2').trim())
  if (found === null) return iso
  const [, , between, seconds, fraction, blank = '', zone] = found
  const instant = new Date(iso)
  const wall = wallIn(instant, { zone, siteZone })
  if (between === undefined) return meansSame(wall.slice(0, 10), instant, siteZone) ? wall.slice(0, 10) : iso
  const rest = wall.slice(16, 19)
  const exact = instant.getUTCMilliseconds() === 0 ? '' : wall.slice(19, 23)
  const clock = `${wall.slice(11, 16)}${seconds === undefined && rest === ':00' && exact === '' ? '' : rest}`
  const text = `${wall.slice(0, 10)}${between}${clock}${exact || (fraction ? '.000' : '')}${blank}${zone ?? ''}`
  return meansSame(text, instant, siteZone) ? text : iso
}

function wallIn(instant: Date, { zone, siteZone }: { zone: string | undefined; siteZone: string }): string {
  if (zone === undefined) {
    const { date, time } = wallTimeOf(instant, siteZone)
    return `${date}T${time}${instant.toISOString().slice(16)}`
  }
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):?(\d\d)/.exec(zone) ?? []
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  return new Date(instant.getTime() + offset).toISOString()
}

function meansSame(text: string, instant: Date, siteZone: string): boolean {
  return readWrittenDate(text, siteZone)?.getTime() === instant.getTime()
}

const pairs = [
  ['true', 'false'],
  ['yes', 'no'],
  ['on', 'off'],
  ['y', 'n'],
  ['1', '0'],
  ['enabled', 'disabled'],
  ['open', 'closed'],
] as const

/** Yes or no in the words that stood there: `False` after `True`, `off` after `on`. */
export function writeSwitchLike(value: boolean, like: string): string {
  const quote = /^["']/.exec(like)?.[0] ?? ''
  const word = like.replace(/^(["'])(.*)\1$/, '$2').trim()
  const [yes, no] = pairs.find((pair) => pair.some((known) => known === word.toLowerCase())) ?? pairs[0]
  const plain = value ? yes : no
  return `${quote}${inCase(plain, word)}${quote}`
}

function inCase(plain: string, like: string): string {
  if (like === '' || like === like.toLowerCase()) return plain
  return like === like.toUpperCase() ? plain.toUpperCase() : plain.charAt(0).toUpperCase() + plain.slice(1)
}
