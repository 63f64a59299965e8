const minute = 60 * 1000
const day = 24 * 60 * minute

/** `gap`: a clock change skips this time of day. `fold`: it occurs twice. */
export type ClockNote = 'gap' | 'fold' | null
export type ZonedInstant = { instant: Date; note: ClockNote }

/** What somebody reads off a clock on the wall of `zone`. `second` is the later one of a time that occurs twice. */
export type WallTime = { date: string; time: string; zone: string; second?: boolean }

/**
 * The instant at which a clock on the wall of `zone` (IANA name) shows `date` (`2026-11-27`) and `time` (`09:00`), and whether a
 * clock change makes that doubtful: a skipped time counts with the offset before the change, so that 02:30 means half an hour
 * after the clocks jumped; one that occurs twice means the first, or the second where that is said. Null when date or time are not of that form or do not exist.
 */
export function instantOf({ date, time, zone, second = false }: WallTime): ZonedInstant | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return null
  const wall = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return null
  return resolveWall(zone, wall, { second })
}

/** What a clock on the wall of `zone` shows at `instant`, as `instantOf` takes it. */
export function wallTimeOf(instant: Date, zone: string): { date: string; time: string } {
  const wall = new Date(instant.getTime() + (zone === 'UTC' ? 0 : offsetAt(clockOf(zone), instant.getTime())))
  const text = wall.toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** The same, with the zone and which of two it is where the clock shows that time twice. */
export function whenOf(instant: Date, zone: string): Required<WallTime> {
  const wall = { ...wallTimeOf(instant, zone), zone }
  const first = instantOf(wall)?.instant ?? instant
  return { ...wall, second: instant.getTime() - first.getTime() >= minute }
}

/** The same as `instantOf` for a wall time given as milliseconds as if it were UTC, without the note. */
export function instantIn(zone: string, wall: number): Date {
  return resolveWall(zone, wall).instant
}

function resolveWall(zone: string, wall: number, { second: isSecond = false } = {}): ZonedInstant {
  if (zone === 'UTC') return { instant: new Date(wall), note: null }
  const clock = clockOf(zone)
  const before = wall - offsetAt(clock, wall - day)
  const after = wall - offsetAt(clock, wall + day)
  const [first, second] = [before, after].filter((instant) => instant + offsetAt(clock, instant) === wall)
  if (first === undefined) return { instant: new Date(before), note: 'gap' }
  const isTwice = second !== undefined && second !== first
  const choose = isSecond ? Math.max : Math.min
  return { instant: new Date(choose(first, second ?? first)), note: isTwice ? 'fold' : null }
}

function clockOf(zone: string) {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
}

function offsetAt(clock: Intl.DateTimeFormat, instant: number): number {
  const shown = new Map(clock.formatToParts(instant).map((part) => [part.type, Number(part.value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(instant / 1000) * 1000
}
