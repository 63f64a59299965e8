const DAY = 24 * 3_600_000

/** The days (`2026-11-30`) of the weeks, from Monday, that a month (`2026-11`) lies in. */
export function weeksOf(month: string): string[][] {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5)) - 1]
  const first = Date.UTC(year, at, 1)
  const last = Date.UTC(year, at + 1, 0)
  const start = first - mondayOffset(first) * DAY
  const weeks = Math.ceil((last - start + DAY) / (7 * DAY))
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) =>
      new Date(start + (7 * week + day) * DAY).toISOString().slice(0, 10),
    ),
  )
}

/** The month that lies so many months after this one. */
export function monthAfter(month: string, months: number): string {
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5)) - 1]
  return new Date(Date.UTC(year, at + months, 1)).toISOString().slice(0, 7)
}

function mondayOffset(instant: number): number {
  return (new Date(instant).getUTCDay() + 6) % 7
}
