import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { listLines } from '@/domain/transfer/import-lines'
import type { ImportReport } from '@/domain/transfer/report'
import type { Watching } from '@/domain/transfer/run'
import { runUnit } from '@/domain/transfer/run-unit'
import { openImport, openRehearsal, type Wish } from '@/domain/transfer/units'
import { db } from '@/lib/db'

/**
 * Brings a folder of Markdown or one file in: new files become posts, changed ones change theirs, known ones are left alone. A
 * bad file is reported and does not stop the rest. What was written stays after a kill; the same import again goes on from there.
 */
export async function importMarkdown(actor: Actor, wish: Wish & Watching): Promise<ImportReport> {
  allow(canTransfer(actor))
  const id = await openImport(actor, wish)
  await runUnit(id, wish)
  return reportOf(id)
}

/** What `importMarkdown` would do. Nothing of it is kept. */
export async function rehearseMarkdown(actor: Actor, wish: Wish & Watching): Promise<ImportReport> {
  allow(canTransfer(actor))
  const id = await openRehearsal(actor, wish)
  try {
    await runUnit(id, wish)
    return await reportOf(id)
  } finally {
    await db.import.delete({ where: { id } })
  }
}

async function reportOf(id: string): Promise<ImportReport> {
  const { source, media } = await db.import.findUniqueOrThrow({
    where: { id },
    select: { source: true, media: true },
  })
  const files = await listLines(id)
  return {
    id,
    source,
    files,
    media,
    redirects: files.reduce((sum, { redirects }) => sum + redirects.length, 0),
  }
}
