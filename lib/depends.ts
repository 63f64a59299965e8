import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '@/lib/db'

declare global {
  var octavoNotes: AsyncLocalStorage<Set<string>> | undefined
}

/** One per process, not per bundle: the server opens the scope, queries inside Next's bundle write into it. */
const scope = (globalThis.octavoNotes ??= new AsyncLocalStorage<Set<string>>())

/** Runs `work` and returns its result with the names of what the queries inside it read. */
export async function noting<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; tags: ReadonlySet<string> }> {
  const tags = new Set<string>()
  const result = await scope.run(tags, work)
  return { result, tags }
}

/** Called by queries: what was just read changes with `tag` (the names are in `domain/posts/stale.ts`). */
export function depends(tag: string): void {
  scope.getStore()?.add(tag)
}

/** Called by commands inside their transaction: every instance hears it exactly when the change commits. */
export async function expire(tx: Tx, tags: string[]): Promise<void> {
  // NOTIFY refuses 8,000 bytes and more; past that, everything is stale.
  const payload = JSON.stringify(tags)
  await tx.$executeRaw`SELECT pg_notify('octavo_expire', ${Buffer.byteLength(payload) < 7_000 ? payload : '["all"]'})`
}
