import { saveLines } from '@/domain/transfer/lines'
import type { ReadFile, Run } from '@/domain/transfer/run'
import { transaction } from '@/lib/db'

/** A section's index is kept as it is, for export only. */
export async function keepSection(run: Run, file: ReadFile & { position: number }): Promise<void> {
  const { source } = run
  const { path, position, post, sha256 } = file
  await transaction(async (tx) => {
    const where = { source_path: { source, path } }
    const stored = await tx.sourceFile.findUnique({
      where,
      select: { sha256: true, content: true, version: true },
    })
    const data = { sha256, content: new Uint8Array(file.bytes), version: 0 }
    if (!run.rehearsing)
      await tx.sourceFile.upsert({ where, create: { ...data, source, path }, update: data })
    const { repairs, warnings: notes } = post
    const told = { path, position, verdict: 'kept' as const, address: null, repairs, notes, redirects: [] }
    await saveLines(tx, run, [{ ...told, ...(stored === null || run.rehearsing ? {} : { former: stored }) }])
  })
}
