/** Where a text comes next, remembered, so that a megabyte of openers without an end costs one search. */
export function searchIn(text: string) {
  const known = new Map<string, number>()
  const positions = new Map<string, number[]>()
  const listed = (key: string, list: () => number[]) => {
    const found = positions.get(key) ?? list()
    positions.set(key, found)
    return found
  }
  return {
    /** The position of `wanted` at or behind `from`; -1 when there is none. */
    next(wanted: string, from: number): number {
      const last = known.get(wanted)
      if (last !== undefined && (last === -1 || last >= from)) return last
      const found = text.indexOf(wanted, from)
      known.set(wanted, found)
      return found
    },
    /** The first match of a pattern at or behind `from`; `pattern` has the flag g and no two readings. */
    nextMatch(pattern: RegExp, from: number): number {
      const all = listed(pattern.source, () => [...text.matchAll(pattern)].map(({ index }) => index))
      return firstFrom(all, from)
    },
    /** The next run of exactly `length` backticks. */
    nextTicks(length: number, from: number): number {
      const runs = listed(`\`${length}`, () =>
        [...text.matchAll(/`+/g)].filter(([run]) => run.length === length).map(({ index }) => index),
      )
      return firstFrom(runs, from)
    },
  }
}

export type TextSearch = ReturnType<typeof searchIn>

function firstFrom(sorted: number[], from: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return sorted[low] ?? -1
}
