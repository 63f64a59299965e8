import { editList, foldedName } from '@/domain/export/edit-lists'
import { isBlank, type FoundKey } from '@/domain/export/find-keys'
import { houseKeys, SERIES_POSITION } from '@/domain/export/house-keys'
import type { Pen } from '@/domain/export/pen'
import type { PostState } from '@/domain/export/post-state'
import { valueOf } from '@/domain/export/ranged'
import { writeAny, writeTexts } from '@/domain/export/values'
import { writeAddress } from '@/domain/export/written-address'
import { foldName } from '@/domain/tags/tag'
import { asTexts } from '@/domain/transfer/front-matter-values'

type Naming = { names: string[]; blanksPart: boolean }

/** Tags, which may stand under several keys, and authors: each name stays in its key, new ones join the first. */
export function editNames(pen: Pen, field: 'tags' | 'authors', { names, blanksPart }: Naming): void {
  const found = pen.find(field)
  const keys = found.filter(({ entry }) => !isBlank(entry.value))
  if (keys[0] === undefined) return editBlankNames(pen, field, { names, blank: found[0] })
  const holders = names.map((name) => keys.find((key) => isNamedIn(key, name)) ?? keys[0])
  for (const key of keys) {
    const own = names.filter((name, at) => holders[at] === key)
    setNames(pen, key, { names: own, blanksPart })
  }
}

function editBlankNames(
  pen: Pen,
  field: 'tags' | 'authors',
  { names, blank }: { names: string[]; blank: FoundKey | undefined },
) {
  const { text, format } = pen.block
  if (names.length === 0) return
  if (blank === undefined) return pen.add(houseKeys[field], writeTexts(names, format))
  pen.edit(editList(blank.entry.value, names, { text, format, blanksPart: false }))
}

function setNames(pen: Pen, key: FoundKey, { names, blanksPart }: Naming) {
  const { text, format } = pen.block
  const now = namesIn(key)
  if (names.length === 0) return pen.remove([key])
  if (names.length === now.length && names.every((name, at) => foldName(name) === now[at])) return
  pen.edit(editList(key.entry.value, names, { text, format, blanksPart }))
}

function isNamedIn(key: FoundKey, name: string): boolean {
  return namesIn(key).includes(foldName(name))
}

function namesIn({ entry: { value } }: FoundKey): string[] {
  if (value.is === 'list') return value.items.map(foldedName)
  return asTexts(valueOf(value))
    .flatMap((text) => text.split(/\s*,\s*/))
    .map(foldName)
}

/** Series and the places in them: one for all beside the names, or one in each entry. */
export function editSeries(pen: Pen, before: PostState['series'], after: PostState['series']): void {
  const { text, format } = pen.block
  const keys = pen.find('series')
  const key = keys.find(({ entry }) => !isBlank(entry.value)) ?? keys[0]
  const names = after.map(({ name }) => name)
  const shared = sharedPosition(after)
  if (after.length === 0) {
    pen.remove(keys.filter(({ entry }) => !isBlank(entry.value)))
    return pen.remove(pen.find('seriesPosition'))
  }
  const hasSameNames = JSON.stringify(before.map(({ name }) => name)) === JSON.stringify(names)
  const whole = shared === undefined ? writeAny(after.map(partOf), format) : null
  if (key === undefined) pen.add(houseKeys.series, whole ?? writeTexts(names, format))
  else if (whole !== null) pen.replace(key.entry.value, () => whole)
  else if (!hasSameNames || key.entry.value.is === 'map')
    pen.edit(editList(key.entry.value, names, { text, format, blanksPart: false }))
  if (shared !== sharedPosition(before)) editPosition(pen, shared ?? null)
}

function editPosition(pen: Pen, position: number | null) {
  const [found] = pen.find('seriesPosition')
  if (position === null) return pen.remove(pen.find('seriesPosition'))
  if (found === undefined) pen.add(SERIES_POSITION, String(position))
  else
    pen.replace(found.entry.value, (like) =>
      /^["']/.test(like) ? JSON.stringify(String(position)) : String(position),
    )
}

/** The one place that all parts have, `null` for none, `undefined` when they differ. */
export function sharedPosition(series: PostState['series']): number | null | undefined {
  const positions = new Set(series.map(({ position }) => position))
  return positions.size > 1 ? undefined : ([...positions][0] ?? null)
}

function partOf({ name, position }: PostState['series'][number]) {
  return position === null ? { name } : { name, order: position }
}

/** Old addresses that were added here; those the file names or implies stay as they are. */
export function editAliases(pen: Pen, before: string[], after: string[]): void {
  const { text, format } = pen.block
  const added = after.filter((path) => !before.includes(path)).map(writeAddress)
  if (added.length === 0) return
  const [key] = pen.find('aliases')
  if (key === undefined) return pen.add(houseKeys.aliases, writeTexts(added, format))
  const kept = isBlank(key.entry.value) ? [] : asTexts(valueOf(key.entry.value))
  pen.edit(editList(key.entry.value, [...kept, ...added], { text, format, blanksPart: false }))
}
