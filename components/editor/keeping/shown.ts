import type { Snapshot } from '@/components/editor/keeping/snapshot'

/** What React shows of a manuscript; it hears of a change only when there is something new to see. */
export class Shown {
  #now: Snapshot
  readonly #watchers = new Set<() => void>()

  constructor(first: Snapshot) {
    this.#now = first
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  readonly snapshot = (): Snapshot => this.#now

  show(next: Snapshot): void {
    if (isSame(this.#now, next)) return
    this.#now = next
    for (const watcher of this.#watchers) watcher()
  }
}

function isSame(before: Snapshot, next: Snapshot): boolean {
  const { status, ...rest } = next
  const isSameRest = Object.entries(rest).every(([name, value]) => value === Reflect.get(before, name))
  return isSameRest && JSON.stringify(status) === JSON.stringify(before.status)
}
