import { showProgress } from '@/cli/progress'
import { COMMAND_LINE } from '@/domain/permissions'
import { Refusal } from '@/lib/errors'

/** The imports there were, the newest first. */
export async function listUnits(): Promise<void> {
  const { listImports } = await import('@/domain/transfer/desk-imports')
  const imports = await listImports(COMMAND_LINE)
  for (const { source, sentence } of imports) console.log(`${source}: ${sentence}`)
  if (imports.length === 0) console.log('Nothing was imported yet.')
}

type How = { edited: boolean; rehearse: boolean }

/** Says what the undo of the last import, or of the last of this source, does, and does it. */
export async function undoLast(source: string | null, { edited, rehearse }: How): Promise<void> {
  const { findLastImport } = await import('@/domain/transfer/desk-imports')
  const { describeUndo, undoImport } = await import('@/domain/transfer/undo-import')
  const { undoInWords } = await import('@/domain/transfer/transfer')
  const unit = await findLastImport(COMMAND_LINE, source)
  if (unit === null) throw new Refusal('not-found', 'There is no such import to undo.')
  const plan = await describeUndo(COMMAND_LINE, unit.id, { edited })
  console.log(`Undo of ${unit.source}: ${undoInWords(plan)}`)
  for (const { path, title } of plan.edited)
    console.log(
      `${path}: “${title}” was changed since${edited ? '' : ', so it stays (--edited takes it, too)'}`,
    )
  if (rehearse) return console.log('Nothing was undone yet.')
  const progress = showProgress('Undoing')
  await undoImport(COMMAND_LINE, { id: unit.id, edited, onProgress: progress.show })
  progress.end()
  console.log('Done.')
}
