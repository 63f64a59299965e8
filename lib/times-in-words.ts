const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `3 March 2026`, as a calendar in `zone` has it. */
export function dayInWords(instant: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instant)
}

/** `Friday 27 Nov 2026, 09:00 Berlin`. */
export function momentInWords(instant: Date, zone: string): string {
  return `${weekdayIn(instant, zone)} ${dateIn(instant, zone)}, ${clockInWords(instant, zone)} ${placeOf(zone)}`
}

/** The same with the time in UTC, where the zone is another: `…, 09:00 Berlin (08:00 UTC)`; its weekday too where that differs. */
export function momentWithUtc(instant: Date, zone: string): string {
  const moment = momentInWords(instant, zone)
  if (placeOf(zone) === 'UTC') return moment
  const weekday = weekdayIn(instant, 'UTC')
  const day = weekday === weekdayIn(instant, zone) ? '' : `${weekday} `
  return `${moment} (${day}${clockInWords(instant, 'UTC')} UTC)`
}

/** `1 hour`, `30 minutes`, `24 hours`: a length of time in minutes, as clocks are changed. */
export function lengthInWords(minutes: number): string {
  const inHours = minutes % 60 === 0
  const unit = inHours ? 'hour' : 'minute'
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(
    inHours ? minutes / 60 : minutes,
  )
}

/** `09:00` on the day of `now`, else `3 March 2026, 09:00`. */
export function timeInWords(instant: Date, { zone, now }: { zone: string; now: Date }): string {
  const [day, today] = [dayInWords(instant, zone), dayInWords(now, zone)]
  return day === today ? clockInWords(instant, zone) : `${day}, ${clockInWords(instant, zone)}`
}

/** How far `instant` is from `now`, in the largest unit that fits: `in 4 days`, `in 20 minutes`, `3 hours ago`, `now`. */
export function distanceInWords(instant: Date, now: Date): string {
  const distance = instant.getTime() - now.getTime()
  const size = Math.abs(distance)
  if (size < MINUTE / 2) return 'now'
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
  if (size < HOUR) return words.format(Math.sign(distance) * Math.max(1, Math.round(size / MINUTE)), 'minute')
  if (size < DAY) return words.format(Math.round(distance / HOUR), 'hour')
  return words.format(Math.round(distance / DAY), 'day')
}

/** `Berlin` for `Europe/Berlin`, `New York` for `America/New_York`. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** `09:00`, as a clock in that zone shows it. */
export function clockInWords(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant)
}

function weekdayIn(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long' }).format(instant)
}

function dateIn(instant: Date, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(instant)
  return `${part({ day: 'numeric' })} ${part({ month: 'short' })} ${part({ year: 'numeric' })}`
}
