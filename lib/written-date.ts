import { instantIn } from '@/lib/zoned-time'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Hours of the zone abbreviations that RFC 2822 defines, and the two of central Europe. */
const abbreviations = new Map(
  Object.entries({ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, cet: 1, cest: 2 }),
)

const time = String.raw`(?:(?:[t_,]|\s)+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(?:([ap])\.?m\.?)?)?`
const zone = String.raw`\s*(z|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?(?:\s*\(?[a-z ]+\)?)?|utc|gmt|[ecmp][sd]t|ces?t)?`
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`

const yearFirst = new RegExp(
  String.raw`^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))${time}${zone}$`,
  'i',
)
const dayMonth = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})${time}${zone}$`,
  'i',
)
const monthDay = new RegExp(
  String.raw`^${weekday}([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${time}${zone}$`,
  'i',
)
const yearLast = new RegExp(String.raw`^(\d{1,2})([/.])(\d{1,2})\2(\d{4})${time}${zone}$`, 'i')

/**
 * The instant that a date written by a person or a program means, to the millisecond; a date without a zone is read in
 * `defaultZone` (IANA name), a date without a time is 00:00 there. Understands ISO 8601 and its looser cousins, RFC 2822,
 * English month names, `22.3.2024`, and `22/3/2024` where day and month cannot be mistaken.
 * `null` when there is no such day or no one clear reading. Years 1000 to 9999.
 */
export function readWrittenDate(text: string, defaultZone: string): Date | null {
  const parts = splitDate(text.trim())
  if (parts === null) return null
  const [year, month, day, hour, minute, second, fraction, half, zoneText] = parts
  const clock = { hour: hourOf(hour, half), minute: Number(minute ?? 0), second: Number(second ?? 0) }
  const wall = Date.UTC(year, month - 1, day, clock.hour, clock.minute, clock.second)
  if (year < 1000 || month < 1 || clock.hour > 23 || clock.minute > 59 || clock.second > 59) return null
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || month > 12) return null
  const exact = wall + Math.floor(Number(`0.${fraction ?? 0}`) * 1000)
  if (zoneText === undefined) return instantIn(defaultZone, exact)
  const offset = offsetOf(zoneText)
  return offset === null ? null : new Date(exact - offset * 60_000)
}

type Clock = (string | undefined)[]
type Parts = [year: number, month: number, day: number, ...clock: Clock]

function splitDate(text: string): Parts | null {
  if (text.length > 80) return null
  const iso = yearFirst.exec(text)
  if (iso) return [Number(iso[1]), Number(iso[3] ?? iso[5]), Number(iso[4] ?? iso[6]), ...iso.slice(7)]
  const british = dayMonth.exec(text)
  if (british) return [Number(british[3]), monthNamed(british[2]), Number(british[1]), ...british.slice(4)]
  const american = monthDay.exec(text)
  if (american)
    return [Number(american[3]), monthNamed(american[1]), Number(american[2]), ...american.slice(4)]
  const numbers = yearLast.exec(text)
  return numbers ? orderDayAndMonth(numbers) : null
}

function orderDayAndMonth(found: RegExpExecArray): Parts | null {
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
  const dayFirst = found[2] === '.' || first > 12 || first === second
  if (!dayFirst && second <= 12) return null
  return dayFirst ? [year, second, first, ...found.slice(5)] : [year, first, second, ...found.slice(5)]
}

function monthNamed(name = ''): number {
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ]
  const word = name.toLowerCase()
  return full.some((month) => month.startsWith(word)) || word === 'sept'
    ? months.indexOf(word.slice(0, 3)) + 1
    : 0
}

function hourOf(hour: string | undefined, half: string | undefined): number {
  const number = Number(hour ?? 0)
  if (half === undefined) return number
  if (number < 1 || number > 12) return Number.POSITIVE_INFINITY
  return (number % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function offsetOf(text: string): number | null {
  const word = text.toLowerCase()
  const found = /([+-])(\d{1,2}):?(\d{2})?/.exec(word)
  if (!found) return (abbreviations.get(word) ?? 0) * 60
  const [hours, minutes] = [Number(found[2]), Number(found[3] ?? 0)]
  if (hours > 15 || minutes > 59) return null
  return (found[1] === '-' ? -1 : 1) * (hours * 60 + minutes)
}
