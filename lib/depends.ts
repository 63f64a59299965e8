import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '@/lib/db'

/** What one rendering read: the names of the things it depends on, and the first moment at which the clock changes it. */
export type Notes = {
  tags: Set<string>
  until: Date | null
  /** The moment of the clock's next change, asked for once however many queries want it. */
  nextChange: Promise<Date | null> | null
}

declare global {
  var octavoNotes: AsyncLocalStorage<Notes> | undefined
}

/** One per process, not per bundle: the server opens the scope, queries inside Next's bundle write into it. */
const scope = (globalThis.octavoNotes ??= new AsyncLocalStorage<Notes>())

/** Runs `work` and returns its result with what the queries inside it noted. */
export async function noting<Result>(work: () => Promise<Result>): Promise<{ result: Result; notes: Notes }> {
  const notes: Notes = { tags: new Set(), until: null, nextChange: null }
  const result = await scope.run(notes, work)
  return { result, notes }
}

/** Called by queries: what was just read depends on `tag`, and is true no longer than `until`. */
export function depends(tag: string, { until = null }: { until?: Date | null } = {}): void {
  const notes = scope.getStore()
  if (notes === undefined) return
  notes.tags.add(tag)
  if (until !== null && (notes.until === null || until < notes.until)) notes.until = until
}

/** The answer of `ask`, which the queries of one rendering share. */
export async function oncePerRendering(ask: () => Promise<Date | null>): Promise<Date | null> {
  const notes = scope.getStore()
  if (notes === undefined) return ask()
  return (notes.nextChange ??= ask())
}

/** Called by commands inside their transaction: every instance hears it exactly when the change commits. */
export async function expire(tx: Tx, tags: string[]): Promise<void> {
  // NOTIFY refuses 8,000 bytes and more; past that, everything is stale.
  const payload = JSON.stringify(tags)
  await tx.$executeRaw`SELECT pg_notify('octavo_expire', ${payload.length < 7_000 ? payload : '["all"]'})`
}
