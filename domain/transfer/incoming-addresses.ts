import { encodePath } from '@/lib/paths'
import { isSlug, slugify } from '@/lib/slug'
import { dialects } from '@/domain/transfer/front-matter-keys'
import type { Lookup } from '@/domain/transfer/front-matter-lookup'
import { asText, asTexts } from '@/domain/transfer/front-matter-values'
import type { Notes } from '@/domain/transfer/import-notes'
import { decodePath } from '@/domain/transfer/decode-path'
import { defaultAddresses } from '@/domain/transfer/site/default-addresses'
import { expandPermalink, type PageFacts } from '@/domain/transfer/site/permalinks'
import type { Site } from '@/domain/transfer/site/site'
import type { SourcePath } from '@/domain/transfer/source-path'

export type IncomingAddresses = {
  slug: string
  /** Old addresses: absolute paths, percent signs resolved, NFC, no slash at the end, ours not among them. */
  aliases: string[]
  /** Where its generator has put it: the first is what links of other files are written for. */
  former: string[]
}

type Input = {
  lookup: Lookup
  place: SourcePath
  kind: 'post' | 'page' | 'section'
  title: string
  given: string | null
  categories: string[]
  dateText: string | null
  values: Record<string, unknown>
  site: Site
  notes: Notes
}

/** The path that the front matter itself gives; `null` when it gives none, or only a pattern. */
export function readGivenAddress(lookup: Lookup): string | null {
  return lookup.take(dialects.address, asAddressPath)?.value ?? null
}

export function readAddresses(input: Input): IncomingAddresses {
  const { lookup, place, kind, title, given, notes, site, values } = input
  const chosen = lookup.take(dialects.slug, asText)
  const otherwise = lastSegment(given ?? '') || (place.isHome ? title : place.name)
  const slug = chooseSlug(chosen?.value ?? null, otherwise, notes)
  const page = {
    ...input,
    name: place.name,
    slug,
    folders: place.folders,
    dateText: input.dateText ?? place.dateText,
  }
  const aliases = lookup
    .takeAll(dialects.aliases)
    .flatMap(({ key, value }) => asTexts(value).map((text) => readAlias(text, key, notes)))
  const nested = chosen !== null && chosen.value.includes('/') ? [asAddressPath(chosen.value)] : []
  const own = given ?? ownPattern(values, page)
  const base = site.config.basePath
  const facts = { ...page, language: place.language, isIndex: place.isIndex, dated: place.dateText !== null }
  const former =
    own === null ? defaultAddresses(facts, site) : [own, ...(base === '' ? [] : [`${base}${own}`])]
  const ours = kind === 'page' ? `/${slug}` : `/posts/${slug}`
  const addresses = [...aliases, ...nested, ...former.map(tidyPath)].filter(
    (path) => path !== null && path !== '/' && path !== ours,
  )
  return {
    slug,
    aliases: [...new Set(addresses.filter((path) => path !== null))],
    former: former.map((path) => tidyPath(path) ?? path),
  }
}

/** `permalink: /:year/:title/` in the file itself, or its words for a pattern. */
function ownPattern(values: Record<string, unknown>, page: PageFacts): string | null {
  const pattern = asText(values.permalink ?? values.url)
  return pattern === null || /^(true|false)$/.test(pattern) || /^\w+:\/\//.test(pattern)
    ? null
    : expandPermalink(pattern, page)
}

function chooseSlug(chosen: string | null, otherwise: string, notes: Notes): string {
  if (chosen === null) return slugify(decodePath(otherwise))
  const wanted = decodePath(lastSegment(chosen))
  if (isSlug(wanted)) return wanted
  const slug = slugify(wanted)
  notes.repair(`the slug “${chosen.slice(0, 60)}” became “${slug}”`, 'slug')
  return slug
}

function lastSegment(path: string): string {
  const segments = path
    .replace(/\/index\.html?$/i, '')
    .replace(/\.html?$/i, '')
    .split('/')
  return segments.filter((segment) => segment !== '').at(-1) ?? ''
}

/** Patterns (`/:year/:title/`), templates, the names of Jekyll's patterns and addresses of other sites give no path. */
function asAddressPath(value: unknown): string | null {
  if (
    typeof value !== 'string' ||
    /[{}]|^\w+:|\/:|^(pretty|date|none|ordinal|weekdate|true|false)$/.test(value.trim())
  )
    return null
  return tidyPath(value)
}

// An index of Postgres takes no text of more than about 2,700 bytes.
const longest = 2_000

function readAlias(text: string, key: string, notes: Notes): string | null {
  const path = /[{}]/.test(text) ? null : tidyPath(text)
  if (path !== null && path !== '/' && encodePath(path).length <= longest) return path
  notes.warn(`the old address “${text.slice(0, 80)}” cannot be kept`, key)
  return null
}

function tidyPath(address: string): string | null {
  const url = URL.parse(address.trim(), 'http://here.invalid/')
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  if (url.search !== '' && url.pathname === '/') return null
  const path = decodePath(url.pathname).replaceAll('\0', '').toWellFormed().normalize('NFC')
  return path.replace(/\/{2,}/g, '/').replace(/(?<=.)(\/index\.html?|\/)$/, '') || '/'
}
