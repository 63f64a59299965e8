import { formatDay, formatShortDay, type Locale } from '@/lib/day'

type DayProps = { date: Date; locale: Locale; short?: boolean }

/** A moment as the day readers know it by. */
export function Day({ date, locale, short = false }: DayProps) {
  return (
    <time dateTime={date.toISOString()}>
      {short ? formatShortDay(date, locale) : formatDay(date, locale)}
    </time>
  )
}
