import { dialects, foldKey } from '@/domain/transfer/front-matter-keys'
import { isRecord } from '@/domain/transfer/front-matter-values'

export type Found<T> = { key: string; value: T }
/** `top` also looks only at the keys of the file itself; `deep` looks into `[extra]`, `params` and `[taxonomies]` as well. */
export type Lookup = {
  take: <T>(
    names: readonly string[],
    accept: (value: unknown) => T | null,
    depth?: 'top' | 'deep',
  ) => Found<T> | null
  takeAll: (names: readonly string[], depth?: 'top' | 'deep') => Found<unknown>[]
  rest: () => Record<string, unknown>
}

type Entry = { place: string | null; key: string; folded: string; value: unknown }

/**
 * Reads values by any of their names, whatever the case and the hyphens. What `take` accepts is used up, so is a blank value;
 * an object or a list, of which it took one part, is not. `rest` is everything that nobody used, in its place. `inherited` are values
 * that the site gives where the file has none of the names, not even with a blank; they are never part of the rest.
 */
export function lookInto(values: Record<string, unknown>, inherited: Record<string, unknown> = {}): Lookup {
  const own = Object.entries(values).flatMap(([key, value]) => listEntries(key, value))
  const given = Object.entries(inherited).flatMap(([key, value]) => listEntries(key, value))
  const used = new Set<Entry>()
  const matching = (names: readonly string[], depth: 'top' | 'deep') => {
    const said = listNamed(own, names, depth)
    return said.length > 0 ? said : listNamed(given, names, depth)
  }

  return {
    take(names, accept, depth = 'top') {
      for (const entry of matching(names, depth)) {
        const value = accept(entry.value)
        if (isBlank(entry.value) || (value !== null && !holdsMore(entry.value))) used.add(entry)
        if (value !== null) return { key: entry.key, value }
      }
      return null
    },
    takeAll(names, depth = 'top') {
      const found = matching(names, depth)
      for (const entry of found) used.add(entry)
      return found.map(({ key, value }) => ({ key, value }))
    },
    rest: () => collect(own.filter((entry) => !used.has(entry))),
  }
}

/** In the order of the names: the first counts most. */
function listNamed(entries: Entry[], names: readonly string[], depth: 'top' | 'deep'): Entry[] {
  return names.flatMap((name) =>
    entries.filter((entry) => entry.folded === name && (depth === 'deep' || entry.place === null)),
  )
}

function listEntries(key: string, value: unknown): Entry[] {
  const folded = foldKey(key)
  const nests = [...dialects.nested, ...dialects.taxonomies].some((name) => name === folded)
  if (!nests || !isRecord(value)) return [{ place: null, key, folded, value }]
  return Object.entries(value).map(([inner, item]) => ({
    place: key,
    key: inner,
    folded: foldKey(inner),
    value: item,
  }))
}

function collect(entries: Entry[]): Record<string, unknown> {
  const top = new Map<string, unknown>()
  const places = new Map<string, Map<string, unknown>>()
  for (const { place, key, value } of entries) {
    if (place === null) top.set(key, value)
    if (place !== null) places.set(place, (places.get(place) ?? new Map<string, unknown>()).set(key, value))
  }
  for (const [place, inner] of places) top.set(place, Object.fromEntries(inner))
  return Object.fromEntries(top)
}

function holdsMore(value: unknown): boolean {
  return isRecord(value) || (Array.isArray(value) && value.length > 1)
}

function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBlank)
  return value === null || (typeof value === 'string' && value.trim() === '')
}
