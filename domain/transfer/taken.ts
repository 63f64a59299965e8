/** What the posts of an import have been given, so that no other one gets it. */
export type Taken = {
  /** As `slugKey` writes them. */
  slugs: Names
  feedIds: Names
  addresses: Names
  /** Whether some post is pinned to the home page. */
  pin: boolean
}

type Names = {
  has(name: string): boolean
  add(name: string): void
  /** Without those that were taken before the attempt. */
  own: ReadonlySet<string>
}

export function nothingTaken({ pin }: Pick<Taken, 'pin'>): Taken {
  return { slugs: namesAfter(null), feedIds: namesAfter(null), addresses: namesAfter(null), pin }
}

/**
 * Knows what was taken and keeps what it takes to itself, because a transaction may begin again, or fail: it counts once it is
 * kept. No copy, which would cost the more the longer an import is.
 */
export function attemptAt(taken: Taken): Taken {
  const { slugs, feedIds, addresses, pin } = taken
  return {
    slugs: namesAfter(slugs),
    feedIds: namesAfter(feedIds),
    addresses: namesAfter(addresses),
    pin,
  }
}

/** Counts what an attempt took that came through. */
export function keepTaken(taken: Taken, attempt: Taken): void {
  for (const slug of attempt.slugs.own) taken.slugs.add(slug)
  for (const id of attempt.feedIds.own) taken.feedIds.add(id)
  for (const address of attempt.addresses.own) taken.addresses.add(address)
  taken.pin = attempt.pin
}

function namesAfter(before: Names | null): Names {
  const own = new Set<string>()
  return {
    own,
    has: (name) => own.has(name) || before?.has(name) === true,
    add: (name) => void own.add(name),
  }
}
