import { basename, resolve } from 'node:path'
import { type Command, onDatabase, readArguments } from '@/cli/command'
import { sayReport, saveReport } from '@/cli/import-report'
import { listUnits, undoLast } from '@/cli/import-undo'
import { showProgress } from '@/cli/progress'
import { COMMAND_LINE } from '@/domain/permissions'
import { Refusal } from '@/lib/errors'

/** `import`: `importMarkdown` is a word that JavaScript has taken. */
export const importFolder: Command = {
  usage: ['PATH [--source NAME] [--dry-run] [--report FILE]', 'list', 'undo [SOURCE] [--edited] [--dry-run]'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, {
      source: { type: 'string' },
      report: { type: 'string' },
      'dry-run': { type: 'boolean' },
      edited: { type: 'boolean' },
    })
    const [path, ...more] = positionals
    const { source, report, edited = false, 'dry-run': rehearse = false } = values
    if (path === 'list' && more.length === 0) return onDatabase('import list', listUnits)
    if (path === 'undo' && more.length <= 1)
      return onDatabase('import undo', () => undoLast(more[0] ?? source ?? null, { edited, rehearse }))
    if (path === undefined || more.length > 0 || edited)
      throw new Refusal('invalid', 'Name one folder, zip archive or Markdown file.')
    await onDatabase('import', () => bringIn({ path: resolve(path), source, rehearse, report }))
  },
}

type Wish = { path: string; source: string | undefined; rehearse: boolean; report: string | undefined }

async function bringIn({ path, source, rehearse, report: file }: Wish): Promise<void> {
  const { importMarkdown, rehearseMarkdown } = await import('@/domain/transfer/import-markdown')
  const { openPath } = await import('@/domain/transfer/open-path')
  const began = Date.now()
  const opened = await openPath(path)
  const progress = showProgress(rehearse ? 'Rehearsing' : 'Importing')
  const wish = { ...opened, source: source ?? opened.source, onProgress: progress.show }
  const report = await (rehearse ? rehearseMarkdown : importMarkdown)(COMMAND_LINE, wish)
  progress.end()
  sayReport(report, { seconds: (Date.now() - began) / 1_000, rehearsed: rehearse })
  if (file !== undefined) {
    await saveReport(report, resolve(file))
    console.log(`The report is in ${basename(file)}.`)
  }
  if (report.files.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1
}
