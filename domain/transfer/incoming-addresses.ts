import { isSlug, slugify } from '@/lib/slug'
import { dialects } from '@/domain/transfer/front-matter-keys'
import type { Lookup } from '@/domain/transfer/front-matter-lookup'
import { asText, asTexts } from '@/domain/transfer/front-matter-values'
import type { Notes } from '@/domain/transfer/import-notes'
import { decodePath } from '@/domain/transfer/source-media'
import type { SourcePath } from '@/domain/transfer/source-path'

export type IncomingAddresses = {
  slug: string
  /** Old addresses: absolute paths, percent signs resolved, NFC, no slash at the end, ours not among them. */
  aliases: string[]
}

type Input = {
  lookup: Lookup
  place: SourcePath
  kind: 'post' | 'page' | 'section'
  title: string
  given: string | null
  categories: string[]
  notes: Notes
}

/** The path that the front matter itself gives; `null` when it gives none, or only a pattern. */
export function readGivenAddress(lookup: Lookup): string | null {
  return lookup.take(dialects.address, asAddressPath)?.value ?? null
}

export function readAddresses({
  lookup,
  place,
  kind,
  title,
  given,
  categories,
  notes,
}: Input): IncomingAddresses {
  const chosen = lookup.take(dialects.slug, asText)
  const slug = chooseSlug(
    chosen?.value ?? null,
    lastSegment(given ?? '') || (place.isHome ? title : place.name),
    notes,
  )
  const aliases = lookup
    .takeAll(dialects.aliases)
    .flatMap(({ key, value }) => asTexts(value).map((text) => readAlias(text, key, notes)))
  const nested = chosen !== null && chosen.value.includes('/') ? [asAddressPath(chosen.value)] : []
  const former = given === null ? ownPaths({ place, slug, kind, categories }) : [given]
  const ours = kind === 'page' ? `/${slug}` : `/posts/${slug}`
  const addresses = [...aliases, ...nested, ...former].filter(
    (path) => path !== null && path !== '/' && path !== ours,
  )
  return { slug, aliases: [...new Set(addresses.filter((path) => path !== null))] }
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

function readAlias(text: string, key: string, notes: Notes): string | null {
  const path = /[{}]/.test(text) ? null : tidyPath(text)
  if (path === null || path === '/') notes.warn(`the old address “${text.slice(0, 80)}” cannot be kept`, key)
  return path
}

function tidyPath(address: string): string | null {
  const url = URL.parse(address.trim(), 'http://here.invalid/')
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  if (url.search !== '' && url.pathname === '/') return null
  const path = decodePath(url.pathname).replaceAll('\0', '').toWellFormed().normalize('NFC')
  return path.replace(/\/{2,}/g, '/').replace(/(?<=.)(\/index\.html?|\/)$/, '') || '/'
}

type Own = { place: SourcePath; slug: string; kind: Input['kind']; categories: string[] }

/** Where the generator itself would have put the file. */
function ownPaths({ place, slug, kind, categories }: Own): string[] {
  if (kind === 'section') return []
  const parents = place.isIndex ? place.folders.slice(0, -1) : place.folders
  const served = place.name.toLowerCase().replace(/\s+/g, '-')
  const language = place.language === null ? [] : [place.language]
  const plain = [served, slug].map((name) => `/${[...language, ...parents, name].join('/')}`.normalize('NFC'))
  const jekyll = place.dateText === null ? [] : jekyllPaths(place, parents, categories)
  return place.folders.some((folder) => /^_(posts|drafts)$/.test(folder)) ? jekyll : [...jekyll, ...plain]
}

function jekyllPaths(place: SourcePath, parents: string[], categories: string[]): string[] {
  const above = parents.filter((folder) => !folder.startsWith('_'))
  const labels = categories.map((category) => slugify(category))
  const end = [
    ...(place.dateText ?? '').split('-').map((part) => part.padStart(2, '0')),
    `${place.name}.html`,
  ]
  return [above, [...above, ...labels]].map((prefix) => `/${[...prefix, ...end].join('/')}`)
}
