import { dialects, foldKey } from '@/domain/transfer/front-matter-keys'
import type { Found, Lookup } from '@/domain/transfer/front-matter-lookup'
import { asText, asTexts, isRecord } from '@/domain/transfer/front-matter-values'
import type { Notes } from '@/domain/transfer/import-notes'

// Eleventy's tags are also the names of its lists, and these are no topics.
const lists = new Set(['all', 'nav', 'page', 'pages', 'post', 'posts'])

type Parting = { isJekyll: boolean; isEleventy: boolean }

/** Tags and categories as one list, by file order. Jekyll parts a plain text at its blanks, everybody else at commas. */
export function readTags(lookup: Lookup, { isJekyll, isEleventy }: Parting, notes: Notes): string[] {
  const found = lookup.takeAll(dialects.tags, 'deep')
  const tags = found.flatMap(({ key, value }) => {
    if (typeof value !== 'string') return listed(value, key, notes)
    const parted =
      isJekyll && !value.includes(',') && /s$/.test(foldKey(key))
        ? value.split(/\s+/)
        : value.split(',').map((part) => part.trim())
    return parted
  })
  const topics = dropTwins(tags, 'tag', { key: found[0]?.key, notes })
  const named = isEleventy ? topics.filter((tag) => lists.has(tag.toLowerCase())) : []
  for (const tag of named) notes.repair(`the tag “${tag}” only names a list and was left out`, found[0]?.key)
  return topics.filter((tag) => !named.includes(tag))
}

type Series = {
  series: string[]
  seriesPosition: number | null
  seriesPositions: ReadonlyMap<string, number>
}

/** Names of the series a post belongs to, its place in them, and where a list gives one to each, in which. */
export function readSeries(lookup: Lookup, notes: Notes): Series {
  const found = lookup.takeAll(dialects.series, 'deep')
  const series = dropTwins(
    found.flatMap(({ key, value }) => listed(value, key, notes)),
    'series',
    { key: found[0]?.key, notes },
  )
  const seriesPositions = new Map(found.flatMap(({ value }) => positionsIn(value)))
  if (series.length === 0) return { series, seriesPosition: null, seriesPositions }
  const inside = found.map(({ value }) => (isRecord(value) ? positionOf(value) : null))
  const beside =
    lookup.take(dialects.seriesPosition, asPosition, 'deep') ?? lookup.take(dialects.weight, asPosition)
  const seriesPosition = inside.find((position) => position !== null) ?? beside?.value ?? null
  return { series, seriesPosition, seriesPositions }
}

function positionsIn(value: unknown): [string, number][] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).flatMap((entry) => {
    const [[name], position] = [asTexts([entry]), positionOf(entry)]
    return name === undefined || position === null
      ? []
      : [[name.normalize('NFC').replace(/\s+/g, ' '), position]]
  })
}

function positionOf({ order, part, index, number }: Record<string, unknown>): number | null {
  return asPosition(order ?? part ?? index ?? number)
}

const longestName = 300

/** Names of authors; `A, B` is two, `Jane Doe <jane@example.org>` is Jane Doe, and a key is who the site says it is. */
export function readAuthors(lookup: Lookup, known: ReadonlyMap<string, string>, notes: Notes): string[] {
  const found = lookup.takeAll(dialects.authors, 'deep')
  const names = found.flatMap(({ value }) => (typeof value === 'string' ? value.split(',') : asTexts(value)))
  const bare = names.map((name) => name.replace(/\s*<[^<>\s]*@[^<>\s]*>\s*$/, ''))
  for (const name of bare)
    if (name.length > longestName)
      notes.warn(`the author “${name.slice(0, 60)}…” is too long a name`, found[0]?.key)
  const full = bare
    .filter((name) => name.length <= longestName)
    .map((name) => known.get(name.trim().toLowerCase()) ?? name)
  return dropTwins(full, 'author', { key: found[0]?.key, notes })
}

function listed(value: unknown, key: string, notes: Notes): string[] {
  const items = Array.isArray(value) ? value.flat(3) : [value]
  const nameless = items.filter((item) => isRecord(item) && asTexts(item).length === 0)
  if (nameless.length > 0) notes.warn(`an entry of “${key}” without a name was left out`, key)
  return items.flatMap((item) => (typeof item === 'string' ? [item] : asTexts(item)))
}

type Naming = { key: Found<unknown>['key'] | undefined; notes: Notes }

function dropTwins(texts: string[], noun: string, { key, notes }: Naming): string[] {
  const kept = new Map<string, string>()
  for (const text of texts) {
    const tidy = asText(text.normalize('NFC').replace(/\s+/g, ' '))
    const folded = tidy?.toLowerCase() ?? ''
    const twin = kept.get(folded)
    if (tidy === null) notes.repair(`an empty ${noun} was left out`, key)
    else if (twin === undefined) {
      kept.set(folded, tidy)
      if (text !== text.trim()) notes.repair(`blanks around the ${noun} “${tidy}” were removed`, key)
    } else if (twin !== tidy) notes.repair(`${noun} “${tidy}” is the same as “${twin}”`, key)
  }
  return [...kept.values()]
}

// As the schema of posts has it; larger numbers are dates and the like.
const lastPosition = 100_000

function asPosition(value: unknown): number | null {
  const text = asText(value)
  return text !== null && /^\d{1,6}$/.test(text) && Number(text) <= lastPosition ? Number(text) : null
}
