/** Where and in which language a moment is read. `language` is BCP 47, `timeZone` an IANA name. */
export type Locale = { language: string; timeZone: string }

/** `3 March 2026`, in the order of the language. */
export function formatDay(date: Date, { language, timeZone }: Locale): string {
  return formatter(dayFirst(language), { dateStyle: 'long', timeZone }).format(date)
}

/** `3 Mar`, for lists that name the year elsewhere. */
export function formatShortDay(date: Date, { language, timeZone }: Locale): string {
  return formatter(dayFirst(language), { day: 'numeric', month: 'short', timeZone }).format(date)
}

/** `March` */
export function formatMonth(date: Date, { language, timeZone }: Locale): string {
  return formatter(dayFirst(language), { month: 'long', timeZone }).format(date)
}

/** `March`, for a month by its number (1 to 12). */
export function nameOfMonth(month: number, language: string): string {
  return formatMonth(new Date(Date.UTC(2000, month - 1, 1)), { language, timeZone: 'UTC' })
}

/** The calendar year and month (1 to 12) of a moment, as a wall clock in the zone shows them. */
export function monthOf(date: Date, timeZone: string): { year: number; month: number } {
  const parts = formatter('en', { year: 'numeric', month: 'numeric', timeZone }).formatToParts(date)
  const read = (type: 'year' | 'month') => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month') }
}

const REMEMBERED = 100
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making one costs as much as rendering a paragraph, and a site uses a handful. */
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options])
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(language, options)
  if (formatters.size < REMEMBERED) formatters.set(key, made)
  return made
}

// "en" alone means American order; a site that wants it says "en-US".
function dayFirst(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
