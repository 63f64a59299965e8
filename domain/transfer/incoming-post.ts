import { dialects } from '@/domain/transfer/front-matter-keys'
import type { Lookup } from '@/domain/transfer/front-matter-lookup'
import { asBoolean, asText, oneLine } from '@/domain/transfer/front-matter-values'
import type { Notes } from '@/domain/transfer/import-notes'
import { readBody } from '@/domain/transfer/incoming-body'
import { readIncomingHead } from '@/domain/transfer/incoming-head'
import { readAuthors, readSeries, readTags } from '@/domain/transfer/incoming-labels'
import { readNamedMedia } from '@/domain/transfer/incoming-media'
import { readNoindex, readSwitches } from '@/domain/transfer/incoming-switches'
import { describeSite, type Site } from '@/domain/transfer/site/site'
import { findMedia } from '@/domain/transfer/source-media'
import type { SourcePath } from '@/domain/transfer/source-path'

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

// Each costs a search in the text.
const mostLines = 200

export type IncomingSource = {
  path: string
  source: string
  files: ReadonlySet<string>
  zone: string
  /** Known when the whole source was surveyed; else what `files` alone say. */
  site?: Site
}

/**
 * What a Markdown file of any generator says, in our words. `files` are all paths of the source; `zone` (IANA name) is where
 * dates without one are meant. A post without a readable date has `date: null`. Limits on lengths are left to the schema.
 * Throws `Refusal('invalid', 'line 7: …')` when the front matter has no one clear reading.
 */
export function readIncomingPost(input: IncomingSource): IncomingPost {
  const site = input.site ?? describeSite({ files: input.files })
  const head = readIncomingHead({ ...input, site })
  const { lookup, place, notes, kind, title, addresses, dates, values } = head
  const written = readBody(input, { head, site })
  const named = readNamedMedia({ lookup, values, site, path: input.path })
  const { media, warnings } = findMedia({
    path: input.path,
    body: written.body,
    named: [named.featuredImage, named.thumbnail, named.audio].filter((name) => name !== null),
    folder: asText(values.media_subpath ?? values.img_path),
    site,
  })
  for (const { reference, what } of warnings.slice(0, mostLines)) notes.warnAt(reference, what)
  if (warnings.length > mostLines)
    notes.warn(`${warnings.length - mostLines} more files are not in the source`)
  const switches = readSwitches(lookup)
  return {
    path: input.path,
    kind,
    title,
    subtitle: oneLine(lookup.take(dialects.subtitle, asText, 'deep')?.value),
    description: lookup.take(dialects.description, asProse)?.value ?? null,
    slug: addresses.slug,
    aliases: addresses.aliases,
    body: written.body,
    tags: readTags(lookup, { isJekyll: place.isJekyll, isEleventy: site.generator === 'eleventy' }, notes),
    ...readSeries(lookup, notes),
    authors: readAuthors(lookup, site.sides.authors, notes),
    ...dates,
    draft: readDraft({ lookup, values, place, notes }),
    ...switches,
    toc: switches.toc ?? (written.toc ? true : null),
    noindex: readNoindex(lookup, values),
    ...named,
    canonicalUrl: lookup.take(dialects.canonicalUrl, asWebAddress, 'deep')?.value ?? null,
    language: head.language,
    feedId: lookup.take(dialects.feedId, asFeedId, 'deep')?.value ?? null,
    media,
    extra: lookup.rest(),
    repairs: notes.repairs,
    warnings: notes.warnings,
  }
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

function asProse(value: unknown): string | null {
  return typeof value === 'boolean' ? null : asText(value)
}

/** An index of Postgres takes no text of more than about 2,700 bytes. */
function asFeedId(value: unknown): string | null {
  const text = asText(value)
  return text !== null && text.length <= 800 ? text : null
}

function asWebAddress(value: unknown): string | null {
  const text = asText(value)
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null
}
