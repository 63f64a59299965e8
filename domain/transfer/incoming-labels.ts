import { dialects, foldKey } from '@/domain/transfer/front-matter-keys'
import type { Found, Lookup } from '@/domain/transfer/front-matter-lookup'
import { asText, asTexts, isRecord } from '@/domain/transfer/front-matter-values'
import type { Notes } from '@/domain/transfer/import-notes'

/** Tags and categories as one list, by file order. Jekyll parts a plain text at its blanks, everybody else at commas. */
export function readTags(lookup: Lookup, isJekyll: boolean, notes: Notes): string[] {
  const found = lookup.takeAll(dialects.tags, 'deep')
  const tags = found.flatMap(({ key, value }) => {
    if (typeof value !== 'string') return listed(value, key, notes)
    const parted =
      isJekyll && !value.includes(',') && /s$/.test(foldKey(key))
        ? value.split(/\s+/)
        : value.split(',').map((part) => part.trim())
    return parted
  })
  return dropTwins(tags, 'tag', { key: found[0]?.key, notes })
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

/** Names of authors; `A, B` is two, `Jane Doe <jane@example.org>` is Jane Doe. */
export function readAuthors(lookup: Lookup, notes: Notes): string[] {
  const found = lookup.takeAll(dialects.authors, 'deep')
  const names = found.flatMap(({ value }) => (typeof value === 'string' ? value.split(',') : asTexts(value)))
  const bare = names.map((name) => name.replace(/\s*<[^<>\s]*@[^<>\s]*>\s*$/, ''))
  return dropTwins(bare, 'author', { key: found[0]?.key, notes })
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

function asPosition(value: unknown): number | null {
  const text = asText(value)
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}
