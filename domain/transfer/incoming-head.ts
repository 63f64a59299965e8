import { parseFrontMatter, type FrontMatter } from '@/domain/transfer/front-matter'
import { dialects } from '@/domain/transfer/front-matter-keys'
import { lookInto, type Lookup } from '@/domain/transfer/front-matter-lookup'
import { asText, asTexts, oneLine } from '@/domain/transfer/front-matter-values'
import { takeNotes, type Notes } from '@/domain/transfer/import-notes'
import { readAddresses, readGivenAddress, type IncomingAddresses } from '@/domain/transfer/incoming-addresses'
import { readDates } from '@/domain/transfer/incoming-dates'
import { kindOf, type IncomingKind } from '@/domain/transfer/incoming-kind'
import { guessTitle } from '@/domain/transfer/incoming-title'
import { inheritedBy } from '@/domain/transfer/site/inherited'
import { inSite, type Site } from '@/domain/transfer/site/site'
import { readSourcePath, type SourcePath } from '@/domain/transfer/source-path'

/** What a file is, before its text is read: enough to know where it will be found. */
export type IncomingHead = Pick<FrontMatter, 'values' | 'body'> & {
  /** The line of the file, counted from 1, on which the body begins. */
  bodyLine: number
  notes: Notes
  lookup: Lookup
  place: SourcePath
  kind: IncomingKind
  title: string
  language: string | null
  dates: ReturnType<typeof readDates>
  addresses: IncomingAddresses
}

/** Throws `Refusal('invalid', 'line 7: …')` when the front matter has no one clear reading. */
export function readIncomingHead(input: {
  path: string
  source: string
  site: Site
  zone: string
}): IncomingHead {
  const { path, source, site } = input
  const zone = zoneOf(site) ?? input.zone
  const { format, values: own, body, repairs } = parseFrontMatter(source)
  const notes = takeNotes(source, { repairs, hasKeys: format !== 'none' })
  const sitePath = inSite(path, site.prefix)
  const place = readSourcePath(sitePath, site, zone)
  const inherited = inheritedBy(site, sitePath)
  const values = { ...inherited, ...own }
  const lookup = lookInto(own, inherited)
  const given = readGivenAddress(lookup)
  const dates = readDates({ lookup, place, path: sitePath, address: given, zone, notes })
  const kind = kindOf({ values, place, dateText: dates.dateText, body, site, sitePath })
  const title = oneLine(lookup.take(dialects.title, asText)?.value) ?? guessTitle(body, place.name, notes)
  const categories = categoriesIn(values, place)
  const { dateText } = dates
  const addresses = readAddresses({
    lookup,
    place,
    kind,
    title,
    given,
    categories,
    dateText,
    values,
    site,
    notes,
  })
  const language = lookup.take(dialects.language, asLanguage, 'deep')?.value ?? place.language
  const bodyLine = countLines(source) - countLines(body) + 1
  return { values, body, bodyLine, notes, lookup, place, kind, title, language, dates, addresses }
}

/** As addresses hold them: Jekyll parts `categories: one two` at its blanks, but not `category: one two`. */
function categoriesIn({ categories, category }: Record<string, unknown>, place: SourcePath): string[] {
  const parts = place.isJekyll && typeof categories === 'string' && !categories.includes(',')
  return parts ? (asText(categories) ?? '').split(/\s+/) : asTexts(categories ?? category)
}

function countLines(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0
}

function zoneOf({ config }: Site): string | null {
  const zone = config.texts.get('timezone') ?? null
  return zone !== null && Intl.supportedValuesOf('timeZone').includes(zone) ? zone : null
}

function asLanguage(value: unknown): string | null {
  const text = asText(value)?.replaceAll('_', '-') ?? ''
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text) ? text : null
}
