import { dialects, foldKey } from '@/domain/transfer/front-matter-keys'
import { type Ranged, type RangedBlock, type RangedEntry, valueOf } from '@/domain/export/ranged'

/** A key of ours in a file; `map` is what it stands in. */
export type FoundKey = { entry: RangedEntry; siblings: RangedEntry[] }

/** The entries under these names, in the order in which the importer prefers them. */
export function findKeys(
  { root }: RangedBlock,
  names: readonly string[],
  { deep }: { deep: boolean },
): FoundKey[] {
  const nests = root.entries.flatMap(({ key, value }) =>
    deep && value.is === 'map' && holders.includes(foldKey(key)) ? [value.entries] : [],
  )
  const all = [root.entries, ...nests].flatMap((siblings) => siblings.map((entry) => ({ entry, siblings })))
  return names.flatMap((name) => all.filter(({ entry }) => foldKey(entry.key) === name))
}

const holders: string[] = [...dialects.nested, ...dialects.taxonomies]

/** Whether there is nothing written, as the importer sees it. */
export function isBlank(value: Ranged): boolean {
  const read = valueOf(value)
  return (
    read === null ||
    (typeof read === 'string' && read.trim() === '') ||
    (Array.isArray(read) && read.length === 0)
  )
}

/** The text itself, where a picture is a list or an object with the usual names. */
export function scalarIn(value: Ranged): Ranged {
  if (value.is === 'scalar') return value
  if (value.is === 'list') return value.items[0] === undefined ? value : scalarIn(value.items[0])
  const names = ['src', 'url', 'image', 'path', 'href', 'file', 'teaser', 'overlay_image', 'relative']
  const inner = names
    .map((name) => value.entries.find(({ key }) => key === name))
    .find((entry) => entry !== undefined)
  return inner === undefined ? value : scalarIn(inner.value)
}
