import { diffArrays } from 'diff'

/** A stretch of one or both of two texts. All but the `added` ones make the text before, all but the `removed` ones the one after. */
export type Part = { is: 'same' | 'removed' | 'added'; text: string }

/** What may still be spent on looking closely, for all that is compared for one answer. */
export type Effort = { left: number }

/** Squares of numbers of changes, which is what finding them costs: about half a second. */
export const newEffort = (): Effort => ({ left: 2_000_000 })

/** More changes in one place are a place that was written anew. */
const MOST_CHANGES = 500
const MOST_DEPTH = 24

/**
 * What became of a list of tokens, a part for each. Patience first (https://bramcohen.livejournal.com/73318.html): what is there
 * once on both sides holds both together, and costs next to nothing to find however long they are; what lies between is left to
 * the library.
 */
export function align(before: string[], after: string[], effort: Effort): Part[] {
  const parts: Part[] = []
  alignStretch({ before, after, effort, parts, depth: 0 })
  return parts
}

/** `parts` is added to, because there are hundreds of thousands of them. */
type Stretch = { before: string[]; after: string[]; effort: Effort; parts: Part[]; depth: number }

function alignStretch(stretch: Stretch): void {
  const { before, after, parts } = stretch
  const [start, end] = equalEnds(before, after)
  const middle = {
    ...stretch,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  }
  put(parts, 'same', before.slice(0, start))
  alignMiddle(middle)
  put(parts, 'same', before.slice(before.length - end))
}

function alignMiddle(stretch: Stretch): void {
  const { before, after, parts, depth } = stretch
  const anchors = depth === MOST_DEPTH ? [] : anchorsOf(stretch)
  if (anchors.length === 0) return alignClosely(stretch)
  let [old, young] = [0, 0]
  for (const [nextOld, nextYoung] of [...anchors, [before.length, after.length]]) {
    if (nextOld > old || nextYoung > young) {
      const between = { before: before.slice(old, nextOld), after: after.slice(young, nextYoung) }
      alignStretch({ ...stretch, ...between, depth: depth + 1 })
    }
    put(parts, 'same', before.slice(nextOld, nextOld + 1))
    old = nextOld + 1
    young = nextYoung + 1
  }
}

/** The fewest changes, as long as they are not too many to be looked for. */
function alignClosely({ before, after, effort, parts }: Stretch): void {
  const most = Math.floor(Math.min(MOST_CHANGES, Math.sqrt(effort.left)))
  const isHopeless = before.length === 0 || after.length === 0 || fewestChanges(before, after) > most
  const changes = isHopeless ? undefined : diffArrays(before, after, { maxEditLength: most })
  if (changes === undefined) {
    if (!isHopeless) effort.left -= most ** 2
    put(parts, 'removed', before)
    put(parts, 'added', after)
    return
  }
  let made = 0
  for (const { added, removed, value } of changes) {
    if (added || removed) made += value.length
    put(parts, kindOf(added, removed), value)
  }
  effort.left -= made ** 2
}

function kindOf(added: boolean, removed: boolean): Part['is'] {
  if (added) return 'added'
  return removed ? 'removed' : 'same'
}

function put(parts: Part[], is: Part['is'], tokens: string[]): void {
  for (const text of tokens) parts.push({ is, text })
}

/**
 * Places of what is there once before and once after, as many as stand in the same order on both sides: tokens, or in a long
 * stretch without such a one so many tokens in a row.
 */
function anchorsOf({ before, after }: Stretch): Place[] {
  if (before.length === 0 || after.length === 0) return []
  const anchors = longestRising(uniquePairs(before, after))
  if (anchors.length > 0 || before.length + after.length < MOST_CHANGES) return anchors
  const numbers = new Map<string, number>()
  const pairs = uniquePairs(rowsOf(before, numbers), rowsOf(after, numbers))
  // Two rows may have one sum.
  return longestRising(pairs.filter(([old, young]) => before[old] === after[young]))
}

type Place = readonly [before: number, after: number]
const ROW = 5

/** For each token a sum of it and the next ones, which is quicker to compare than they are. */
function rowsOf(tokens: string[], numbers: Map<string, number>): number[] {
  const row = tokens.map((token) => {
    const number = numbers.get(token) ?? numbers.size + 1
    numbers.set(token, number)
    return number
  })
  return row.map((_number, at) => {
    let sum = 0
    for (let next = at; next < at + ROW; next += 1) sum = Math.imul(sum, 1_000_003) + (row[next] ?? 0)
    return sum
  })
}

function uniquePairs<Key>(before: Key[], after: Key[]): Place[] {
  const places = uniquePlaces(after)
  return [...uniquePlaces(before)].flatMap(([key, old]): Place[] => {
    const young = places.get(key)
    return young === undefined ? [] : [[old, young]]
  })
}

function uniquePlaces<Key>(keys: Key[]): Map<Key, number> {
  const places = new Map<Key, number>()
  const twice = new Set<Key>()
  keys.forEach((key, at) => (places.has(key) ? twice.add(key) : places.set(key, at)))
  for (const key of twice) places.delete(key)
  return places
}

type Chain = { pair: Place; before: Chain | null }

/** The longest run of pairs whose second numbers rise as their first ones do. */
function longestRising(pairs: Place[]): Place[] {
  const piles: Chain[] = []
  for (const pair of pairs) {
    const at = firstPileAbove(piles, pair[1])
    piles[at] = { pair, before: piles[at - 1] ?? null }
  }
  const found: Place[] = []
  for (let chain = piles.at(-1) ?? null; chain !== null; chain = chain.before) found.push(chain.pair)
  return found.reverse()
}

function firstPileAbove(piles: Chain[], place: number): number {
  let [low, high] = [0, piles.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((piles[middle]?.pair[1] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** How many tokens both begin with, and how many of the others both end with. */
function equalEnds(before: string[], after: string[]): [number, number] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return [start, end]
}

/** No way from one to the other has fewer: what both have in any order is all that can stay. */
function fewestChanges(before: string[], after: string[]): number {
  const left = new Map<string, number>()
  for (const token of before) left.set(token, (left.get(token) ?? 0) + 1)
  let common = 0
  for (const token of after) {
    const count = left.get(token) ?? 0
    if (count === 0) continue
    common += 1
    left.set(token, count - 1)
  }
  return before.length + after.length - 2 * common
}
