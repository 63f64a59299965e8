/** What a page needs to be kept: the tags it was read from, and its size. */
export type Kept<Page> = { page: Page; tags: ReadonlySet<string>; bytes: number }

export type PageStore<Page> = {
  get(key: string): Page | null
  /** Keeps a page whose rendering began at `generation`, unless something it was read from has expired since. */
  put(key: string, kept: Kept<Page>, generation: number): void
  /** Drops every page that was read from one of these; `all` drops everything. */
  expire(tags: readonly string[]): void
  /** The number of expiries heard so far; to be noted before a rendering begins. */
  generation(): number
  keys(): string[]
}

const REMEMBERED_TAGS = 10_000

/**
 * Pages in memory, at most `maxBytes` of them, the least recently asked for going first. `onDrop` hears of each that is kept no
 * longer.
 */
export function createPageStore<Page>(
  maxBytes: number,
  onDrop: (key: string) => void = () => undefined,
): PageStore<Page> {
  const pages = new Map<string, Kept<Page>>()
  const keysByTag = new Map<string, Set<string>>()
  const expiredAt = new Map<string, number>()
  let allExpiredAt = 0
  let generation = 0
  let bytes = 0

  function drop(key: string): void {
    const kept = pages.get(key)
    if (kept === undefined) return
    pages.delete(key)
    onDrop(key)
    bytes -= kept.bytes
    for (const tag of kept.tags) {
      const keys = keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysByTag.delete(tag)
    }
  }

  function get(key: string): Page | null {
    const kept = pages.get(key)
    if (kept === undefined) return null
    // A Map remembers the order of insertion: what was asked for last stands last. Nobody goes soon while there is much room.
    if (bytes > maxBytes / 2) {
      pages.delete(key)
      pages.set(key, kept)
    }
    return kept.page
  }

  function put(key: string, kept: Kept<Page>, since: number): void {
    if (allExpiredAt > since || kept.bytes > maxBytes / 8) return
    for (const tag of kept.tags) if ((expiredAt.get(tag) ?? 0) > since) return
    drop(key)
    pages.set(key, kept)
    bytes += kept.bytes
    for (const tag of kept.tags) keysByTag.set(tag, (keysByTag.get(tag) ?? new Set()).add(key))
    for (const oldest of pages.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }

  function expire(tags: readonly string[]): void {
    generation += 1
    if (tags.includes('all') || expiredAt.size > REMEMBERED_TAGS) {
      allExpiredAt = generation
      expiredAt.clear()
    }
    if (tags.includes('all')) {
      for (const key of [...pages.keys()]) drop(key)
      return
    }
    for (const tag of tags) {
      expiredAt.set(tag, generation)
      for (const key of [...(keysByTag.get(tag) ?? [])]) drop(key)
    }
  }

  return { get, put, expire, generation: () => generation, keys: () => [...pages.keys()] }
}
