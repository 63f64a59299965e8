const day = 24 * 60 * 60 * 1000

/**
 * The instant at which a clock on the wall of `zone` (IANA name) shows `wall`, given as milliseconds as if it were UTC.
 * A time that a clock change skips counts with the offset before the change; one that occurs twice means the first.
 */
export function instantIn(zone: string, wall: number): Date {
  if (zone === 'UTC') return new Date(wall)
  const clock = clockOf(zone)
  const before = wall - offsetAt(clock, wall - day)
  const after = wall - offsetAt(clock, wall + day)
  const real = [before, after].filter((instant) => instant + offsetAt(clock, instant) === wall)
  return new Date(real.length > 0 ? Math.min(...real) : before)
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
