import { diffArrays } from 'diff'

/** A text as it came, what the importer made of it, and what it is now. */
export type Versions = { source: string; imported: string; current: string }

/**
 * The source with what was changed since the import: lines that nobody touched are those of the source, converted or not. Where an
 * edited line was also converted, `words` puts the edit into the source's own way of writing, word by word, where the two go
 * together; without it such lines are taken as they are now.
 */
export function mergeLines(
  { source, imported, current }: Versions,
  { words }: { words: boolean } = { words: false },
): string {
  if (current === imported) return source
  if (source === imported) return current
  const merged = merge([source, imported, current].map((text) => text.split('\n')))
  return merged.flatMap((part) => ('same' in part ? part.same : settle(part, words))).join('\n')
}

type Clash = { source: string[]; imported: string[]; current: string[] }
type Part = { same: string[] } | Clash
/** What one side put in the place of `start` to `end` of the imported text. */
type Hunk = { start: number; end: number; put: string[] }

function merge([source = [], imported = [], current = []]: string[][]): Part[] {
  const [left, right] = [hunksOf(imported, source), hunksOf(imported, current)]
  const parts: Part[] = []
  let at = 0
  while (left.length > 0 || right.length > 0) {
    const { start, end, ours, theirs } = takeNext(left, right)
    parts.push({ same: imported.slice(at, start) })
    const [before, after] = [ours, theirs].map((hunks) => applied(imported, hunks, { start, end }))
    if (ours.length === 0 || theirs.length === 0)
      parts.push({ same: (ours.length === 0 ? after : before) ?? [] })
    else parts.push({ source: before ?? [], imported: imported.slice(start, end), current: after ?? [] })
    at = end
  }
  return [...parts, { same: imported.slice(at) }]
}

/** The first change of either side with all of the other that overlap it; changes that only touch each other do not. */
function takeNext(left: Hunk[], right: Hunk[]) {
  const isLeft = left[0] !== undefined && (right[0] === undefined || isBefore(left[0], right[0]))
  const first = (isLeft ? left.shift() : right.shift()) ?? { start: 0, end: 0, put: [] }
  const taken = {
    start: first.start,
    end: first.end,
    ours: isLeft ? [first] : [],
    theirs: isLeft ? [] : [first],
  }
  for (let grew = true; grew;) {
    grew = false
    for (const [queue, hunks] of [
      [left, taken.ours],
      [right, taken.theirs],
    ] as const) {
      const [next] = queue
      if (next === undefined || !overlap(next, taken)) continue
      hunks.push(next)
      queue.shift()
      taken.end = Math.max(taken.end, next.end)
      grew = true
    }
  }
  return taken
}

const isBefore = (one: Hunk, other: Hunk) =>
  one.start < other.start || (one.start === other.start && one.end <= other.end)

function overlap(next: Hunk, { start, end }: { start: number; end: number }): boolean {
  const bothInsert = next.start === next.end && start === end && next.start === start
  return (
    bothInsert ||
    (next.start < end && next.end > start) ||
    (next.start === next.end && start < next.start && next.start < end)
  )
}

function applied(
  imported: string[],
  hunks: Hunk[],
  { start, end }: { start: number; end: number },
): string[] {
  const result: string[] = []
  let at = start
  for (const hunk of hunks) {
    result.push(...imported.slice(at, hunk.start), ...hunk.put)
    at = hunk.end
  }
  return [...result, ...imported.slice(at, end)]
}

function hunksOf(from: string[], to: string[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | null = null
  for (const { added, removed, value } of diffArrays(from, to)) {
    if (!added && !removed) {
      at += value.length
      open = null
      continue
    }
    if (open === null) hunks.push((open = { start: at, end: at, put: [] }))
    if (added) open.put.push(...value)
    else at = open.end = at + value.length
  }
  return hunks
}

function settle({ source, imported, current }: Clash, words: boolean): string[] {
  if (!words || current.length === 0) return current
  const parts = merge([source, imported, current].map((lines) => tokensOf(lines.join('\n'))))
  const settled = parts.map((part) => ('same' in part ? part.same.join('') : agree(part)))
  return settled.some((text) => text === null) ? current : settled.join('').split('\n')
}

function agree({ source, current }: Clash): string | null {
  return source.join('') === current.join('') ? source.join('') : null
}

function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|[\s\S]/gu) ?? []
}
