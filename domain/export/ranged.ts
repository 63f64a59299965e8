/** Front matter as a tree whose parts know where they stand in the text: `start` inclusive, `end` exclusive. */
export type Ranged = RangedScalar | RangedList | RangedMap
export type RangedScalar = { is: 'scalar'; start: number; end: number; value: unknown }
export type RangedList = { is: 'list'; start: number; end: number; inline: boolean; items: Ranged[] }
export type RangedMap = { is: 'map'; start: number; end: number; inline: boolean; entries: RangedEntry[] }
/** `start` and `end` hold everything that goes when the key goes. */
export type RangedEntry = { key: string; start: number; end: number; value: Ranged }

export type Format = 'yaml' | 'toml' | 'json'

/** A block of front matter, its tree, and where a new key goes, with the blanks that stand before it. */
export type RangedBlock = { format: Format; text: string; root: RangedMap; insertAt: number; indent: string }

/** Plain JSON of a part. */
export function valueOf(part: Ranged): unknown {
  if (part.is === 'scalar') return part.value
  if (part.is === 'list') return part.items.map(valueOf)
  return Object.fromEntries(part.entries.map(({ key, value }) => [key, valueOf(value)]))
}

export type Edit = { start: number; end: number; text: string }

/** The text after edits that do not overlap; of edits at one place the first stands first. */
export function applyEdits(text: string, edits: Edit[]): string {
  const inOrder = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.index - b.index)
  let [result, at] = ['', 0]
  for (const { start, end, text: inserted } of inOrder) {
    if (start < at) continue
    result += text.slice(at, start) + inserted
    at = end
  }
  return result + text.slice(at)
}

/** Where the line that holds `at` begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line that holds `at` ends, its end included. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
