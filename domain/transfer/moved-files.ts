import { saveLines } from '@/domain/transfer/lines'
import type { GoneFile, Run } from '@/domain/transfer/run'
import { db, transaction } from '@/lib/db'

type Found = { path: string; position: number; sha256: string; bytes: Uint8Array }

/** What came from this source once and is not in it any more, by its hash; of several with the same bytes none can be told apart. */
export async function findGone(source: string, present: ReadonlySet<string>): Promise<Map<string, GoneFile>> {
  const rows = await db.sourceFile.findMany({
    where: { source },
    select: { id: true, path: true, postId: true, version: true, sha256: true },
    orderBy: { path: 'asc' },
  })
  const gone = rows.filter(({ path }) => !present.has(path))
  const alike = new Map<string, number>()
  for (const { sha256 } of gone) alike.set(sha256, (alike.get(sha256) ?? 0) + 1)
  return new Map(gone.map((row) => [alike.get(row.sha256) === 1 ? row.sha256 : row.path, row]))
}

/**
 * A file that is new under this path and was known under another which is gone: it was moved or renamed. Its post stays as it is,
 * with its address; only where it came from changes. Answers whether that was so.
 */
export async function followMove(run: Run, { path, position, sha256, bytes }: Found): Promise<boolean> {
  const before = run.gone.get(sha256)
  if (before === undefined || bytes.length === 0) return false
  run.gone.delete(sha256)
  const note = `it was ${before.path} before, and its post stays where it is`
  await transaction(async (tx) => {
    if (!run.rehearsing) await tx.sourceFile.update({ where: { id: before.id }, data: { path } })
    const told = { path, position, verdict: 'moved' as const, address: null, repairs: [], notes: [note] }
    const kept = before.postId === null ? {} : { postId: before.postId }
    const former = run.rehearsing ? {} : { former: { path: before.path } }
    await saveLines(tx, run, [{ ...told, redirects: [], ...kept, ...former }])
  })
  return true
}
