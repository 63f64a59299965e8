import { timeZone } from '@/domain/posts/schema'
import { parseFrontMatter } from '@/domain/transfer/front-matter'
import { dialects } from '@/domain/transfer/front-matter-keys'
import { lookInto, type Lookup } from '@/domain/transfer/front-matter-lookup'
import { asAddress, asBoolean, asText, asTexts } from '@/domain/transfer/front-matter-values'
import { takeNotes, type Notes } from '@/domain/transfer/import-notes'
import { readAddresses, readGivenAddress } from '@/domain/transfer/incoming-addresses'
import { readDates } from '@/domain/transfer/incoming-dates'
import { readAuthors, readSeries, readTags } from '@/domain/transfer/incoming-labels'
import { guessTitle } from '@/domain/transfer/incoming-title'
import { findMedia } from '@/domain/transfer/source-media'
import { readSourcePath, type SourcePath } from '@/domain/transfer/source-path'

export type IncomingPost = {
  /** Relative to the source, with `/`: the identity of a file there. */
  path: string
  /** A section is the index of a folder or a listing; it is kept for export only. */
  kind: 'post' | 'page' | 'section'
  title: string
  subtitle: string | null
  description: string | null
  /** Not made unique: two files may ask for the same. */
  slug: string
  body: string
  tags: string[]
  series: string[]
  seriesPosition: number | null
  /** Where each series was given a place of its own. */
  seriesPositions: ReadonlyMap<string, number>
  authors: string[]
  date: Date | null
  dateText: string | null
  updated: Date | null
  expires: Date | null
  draft: boolean
  comments: boolean | null
  toc: boolean | null
  math: boolean | null
  pinned: boolean
  noindex: boolean
  /** The IANA zone in which the date was chosen. */
  zone: string | null
  /** Pictures and sound as written: an absolute URL, or a reference that `media` may resolve. */
  featuredImage: string | null
  /** What the featured image shows. */
  featuredImageAlt: string | null
  thumbnail: string | null
  audio: string | null
  canonicalUrl: string | null
  language: string | null
  feedId: string | null
  aliases: string[]
  /** Keys that are not ours, as plain JSON. */
  extra: Record<string, unknown>
  media: { reference: string; file: string }[]
  repairs: string[]
  warnings: string[]
}

export type IncomingSource = { path: string; source: string; files: ReadonlySet<string>; zone: string }

/**
 * What a Markdown file of any generator says, in our words. `files` are all paths of the source; `zone` (IANA name) is where
 * dates without one are meant. A post without a readable date has `date: null`. Limits on lengths are left to the schema.
 * Throws `Refusal('invalid', 'line 7: …')` when the front matter has no one clear reading.
 */
export function readIncomingPost({ path, source, files, zone }: IncomingSource): IncomingPost {
  const { format, values, body, repairs } = parseFrontMatter(source)
  const notes = takeNotes(format === 'none' ? '' : source, repairs)
  const place = readSourcePath(path, files, zone)
  const lookup = lookInto(values)
  const given = readGivenAddress(lookup)
  const dates = readDates({ lookup, place, path, address: given, zone, notes })
  const kind = kindOf(values, place, dates.dateText)
  const categories = asTexts(values.categories ?? values.category)
  const title = oneLine(lookup.take(dialects.title, asText)?.value) ?? guessTitle(body, place.name, notes)
  const addresses = readAddresses({ lookup, place, kind, title, given, categories, notes })
  const named = readNamedMedia(lookup)
  const { media, warnings } = findMedia({
    path,
    body,
    named: Object.values(named).filter((name) => name !== null),
    files,
  })
  for (const warning of warnings) notes.warn(warning)
  return {
    path,
    kind,
    title,
    subtitle: oneLine(lookup.take(dialects.subtitle, asText, 'deep')?.value),
    description: lookup.take(dialects.description, asProse)?.value ?? null,
    ...addresses,
    body,
    tags: readTags(lookup, place.isJekyll, notes),
    ...readSeries(lookup, notes),
    authors: readAuthors(lookup, notes),
    ...dates,
    draft: readDraft({ lookup, values, place, notes }),
    ...readSwitches(lookup),
    ...named,
    featuredImageAlt: oneLine(lookup.take(dialects.featuredImageAlt, asText)?.value),
    canonicalUrl: lookup.take(dialects.canonicalUrl, asWebAddress, 'deep')?.value ?? null,
    language: lookup.take(dialects.language, asLanguage, 'deep')?.value ?? place.language,
    feedId: lookup.take(dialects.feedId, asText, 'deep')?.value ?? null,
    media,
    extra: lookup.rest(),
    repairs: notes.repairs,
    warnings: notes.warnings,
  }
}

const listings = ['home', 'list', 'archive', 'archives', 'search', 'tags', 'categories', 'tag', 'category']

function kindOf(
  values: Record<string, unknown>,
  place: SourcePath,
  dateText: string | null,
): IncomingPost['kind'] {
  if (
    place.isSection ||
    (place.isHome && dateText === null) ||
    values.permalink === '/' ||
    values.url === '/'
  )
    return 'section'
  const layouts = [values.layout, values.type, values.template, values.kind].map((value) => layoutName(value))
  if (layouts.some((layout) => listings.includes(layout))) return 'section'
  const inPages = place.folders.some((folder) => folder === '_pages' || folder === 'pages')
  // `about.md` at the top of a site, without a date, is a page.
  const undated = place.isSite && place.folders.length === 0 && dateText === null
  return inPages || undated || layouts.some((layout) => layout === 'page' || layout === 'pages')
    ? 'page'
    : 'post'
}

function layoutName(value: unknown): string {
  return (
    (asText(value) ?? '')
      .toLowerCase()
      .split('/')
      .at(-1)
      ?.replace(/\.[a-z]+$/, '') ?? ''
  )
}

type DraftFacts = { lookup: Lookup; values: Record<string, unknown>; place: SourcePath; notes: Notes }

function readDraft({ lookup, values, place, notes }: DraftFacts): boolean {
  const draft = lookup.takeAll(dialects.draft)
  const unclear = draft.filter(({ value }) => value !== null && value !== '' && asBoolean(value) === null)
  for (const { key, value } of unclear)
    notes.warn(`“${asText(value) ?? key}” is neither yes nor no, so this is a draft`, key)
  const published = lookup.take(dialects.published, asBoolean)?.value ?? true
  const status = lookup.take(dialects.status, asStatus)?.value ?? 'published'
  const hidden =
    asBoolean(values.render) === false ||
    asBoolean(values.headless) === true ||
    asBoolean(values.private) === true ||
    asBoolean(values.permalink) === false
  if (hidden) notes.warn('the source does not publish this file, so it is a draft')
  const stated = draft.some(({ value }) => asBoolean(value) === true)
  return stated || unclear.length > 0 || !published || status === 'draft' || hidden || place.isUnpublished
}

const hiding = ['draft', 'pending', 'private', 'unpublished', 'hidden', 'trash', 'review', 'wip']
const showing = ['published', 'publish', 'live', 'future', 'scheduled']

function asStatus(value: unknown): 'draft' | 'published' | null {
  const word = asText(value)?.toLowerCase() ?? ''
  if (hiding.includes(word)) return 'draft'
  return showing.includes(word) ? 'published' : null
}

function readSwitches(lookup: Lookup) {
  const asked = lookup.take(dialects.comments, asBoolean, 'deep')?.value ?? null
  const refused = lookup.take(['disablecomments', 'nocomments'], asBoolean, 'deep')?.value ?? null
  return {
    comments: asked ?? (refused === null ? null : !refused),
    toc: lookup.take(dialects.toc, asBoolean, 'deep')?.value ?? null,
    math: lookup.take(dialects.math, asBoolean, 'deep')?.value ?? null,
    pinned: lookup.take(dialects.pinned, asBoolean, 'deep')?.value ?? false,
    noindex: lookup.take(dialects.noindex, asBoolean, 'deep')?.value ?? false,
    zone: lookup.take(dialects.zone, asZone)?.value ?? null,
  }
}

function readNamedMedia(lookup: Lookup) {
  const read = (names: readonly string[]) => lookup.take(names, asFile, 'deep')?.value ?? null
  return {
    featuredImage: read(dialects.featuredImage),
    thumbnail: read(dialects.thumbnail),
    audio: read(dialects.audio),
  }
}

function asFile(value: unknown): string | null {
  const address = asAddress(value)
  if (address === null || /[\n<>"]/.test(address)) return null
  if (/^(?:https?:)?\/\//i.test(address)) return address
  const foreign = /^[a-z][a-z0-9+.-]*:/i.test(address)
  return !foreign && (/^[./~@]/.test(address) || /\.[a-z0-9]{2,5}([?#]|$)/i.test(address)) ? address : null
}

function asProse(value: unknown): string | null {
  return typeof value === 'boolean' ? null : asText(value)
}

function asWebAddress(value: unknown): string | null {
  const text = asText(value)
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null
}

function asLanguage(value: unknown): string | null {
  const text = asText(value)?.replaceAll('_', '-') ?? ''
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text) ? text : null
}

function asZone(value: unknown): string | null {
  const zone = timeZone.safeParse(asText(value))
  return zone.success ? zone.data : null
}

function oneLine(text: string | undefined): string | null {
  return text?.replace(/\s+/g, ' ') ?? null
}
