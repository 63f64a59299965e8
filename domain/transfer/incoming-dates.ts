import { readWrittenDate } from '@/lib/written-date'
import { dialects } from '@/domain/transfer/front-matter-keys'
import type { Found, Lookup } from '@/domain/transfer/front-matter-lookup'
import { asBoolean, asText, isRecord } from '@/domain/transfer/front-matter-values'
import type { Notes } from '@/domain/transfer/import-notes'
import { dateInAddress, type SourcePath } from '@/domain/transfer/source-path'

type Input = {
  lookup: Lookup
  place: SourcePath
  path: string
  address: string | null
  zone: string
  notes: Notes
}

/**
 * When a post was or will be published, changed and taken down. A date that is written but cannot be read gives `null` and
 * a warning, never a date from elsewhere: it might publish too early.
 */
export function readDates({ lookup, place, path, address, zone, notes }: Input) {
  const read = (found: Found<string> | null) => (found === null ? null : readDate(found, zone, notes))
  const written = lookup.take(dialects.date, asDateText) ?? lookup.take(dialects.published, asDateText)
  const visible = lookup.take(dialects.publishDate, asDateText)
  const date = chooseDate(written, visible, { read, notes })
  const updated = read(lookup.take(dialects.updated, asDateText) ?? lookup.take(['date'], updateIn))
  const expires = read(lookup.take(dialects.expires, asDateText))
  if (date !== null) return { ...date, updated, expires }
  const inPath = (address === null ? null : dateInAddress(address)) ?? place.dateText ?? dateInAddress(path)
  return { date: inPath === null ? null : readWrittenDate(inPath, zone), dateText: inPath, updated, expires }
}

type Choosing = { read: (found: Found<string> | null) => Date | null; notes: Notes }

// Hugo hides a page until its publishDate, whatever its date says.
function chooseDate(written: Found<string> | null, visible: Found<string> | null, { read, notes }: Choosing) {
  const dates = { written: read(written), visible: read(visible) }
  const first = written ?? visible
  if (first === null) return null
  if (written === null || visible === null)
    return { date: dates.written ?? dates.visible, dateText: first.value }
  if (dates.visible === null || dates.written === null) return { date: null, dateText: written.value }
  if (dates.visible <= dates.written) return { date: dates.written, dateText: written.value }
  notes.warn(`“${visible.key}” is later than “${written.key}” and counts`, visible.key)
  return { date: dates.visible, dateText: visible.value }
}

function readDate({ key, value }: Found<string>, zone: string, notes: Notes): Date | null {
  const named = /^(.*\d)\s+[[(]?([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/]+)[\])]?$/.exec(value)
  const known = named !== null && Intl.supportedValuesOf('timeZone').includes(named[2] ?? '')
  const date = known ? readWrittenDate(named[1] ?? '', named[2] ?? zone) : readWrittenDate(value, zone)
  if (date !== null) return date
  if (/^0{3}[01]\D/.test(value)) notes.repair(`“${value}” means that there is no date`, key)
  else notes.warn(`“${value.slice(0, 60)}” is not a date that can be read`, key)
  return null
}

/** MkDocs: `date: { created: 2023-12-31, updated: 2024-01-02 }`. */
function updateIn(value: unknown): string | null {
  return isRecord(value) ? asDateText(value.updated) : null
}

function asDateText(value: unknown): string | null {
  if (isRecord(value)) return asDateText(value.created ?? value.published)
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1e9) return fromEpoch(value)
  const text = asText(value)
  if (text !== null && /^\d{10}(\d{3})?$/.test(text)) return fromEpoch(Number(text))
  return typeof value === 'boolean' || asBoolean(value) !== null ? null : text
}

function fromEpoch(value: number): string {
  const instant = new Date(value >= 1e12 ? value : value * 1000)
  return Number.isNaN(instant.getTime()) ? String(value) : instant.toISOString()
}
