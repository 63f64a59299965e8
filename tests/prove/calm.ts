import { removePrograms } from '@/tests/support/boot'
import { openNewsroom } from '@/tests/support/newsroom'
import { type Sighting, verdictOf, watchFor } from '@/tests/support/watching'

const SECOND = 1_000
/** For planning one post, and for starting to look. */
const PLANNING_MS = 150

/** When posts that are due a second after another are first seen on two servers that nobody kills. */
export async function measureCalm(count: number) {
  const room = await openNewsroom()
  try {
    const servers = [await room.serve(), await room.serve()]
    const due = Date.now() + 10 * SECOND + count * PLANNING_MS
    const dates = Array.from({ length: count }, (_none, at) => new Date(due + at * SECOND))
    const posts = await room.plan(dates.map((date, at) => ({ title: `Calm ${at}`, due: date })))
    const sightings = await Promise.all(
      dates.map((moment, at) => {
        const url = `${servers[at % 2]?.url}/posts/${posts[at]?.slug}`
        return watchFor({ moment, becomes: true }, () => isThere(url))
      }),
    )
    const lateness = sightings.map(({ first }) => first)
    return { at: new Date(), posts: count, faults: faultsIn(sightings), ...quantilesOf(lateness), lateness }
  } finally {
    await room.close()
    removePrograms()
  }
}

/** Null where nobody answers. */
export async function isThere(url: string): Promise<boolean | null> {
  const answer = await fetch(url).catch(() => null)
  await answer?.text()
  return answer === null || answer.status === 503 ? null : answer.status === 200
}

/** How often what was wrong. */
export function faultsIn(sightings: Sighting[]): Record<string, number> {
  const faults: Record<string, number> = {}
  for (const verdict of sightings.map(verdictOf))
    if (verdict !== 'on time') faults[verdict] = (faults[verdict] ?? 0) + 1
  return faults
}

export function quantilesOf(values: number[]) {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { earliest: sorted[0] ?? 0, p50: at(0.5), p95: at(0.95), p99: at(0.99), latest: sorted.at(-1) ?? 0 }
}
