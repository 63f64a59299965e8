import { basename, dirname, resolve } from 'node:path'
import { type Command, onDatabase, readArguments } from '@/cli/command'
import { showProgress } from '@/cli/progress'
import type { FileReport, ImportReport } from '@/domain/transfer/report'
import { COMMAND_LINE } from '@/domain/permissions'
import { Refusal } from '@/lib/errors'

/** `import`: `importMarkdown` is a word that JavaScript has taken. */
export const importFolder: Command = {
  usage: ['PATH [--source NAME]'],
  run: async (args) => {
    const { values, positionals } = readArguments(args, { source: { type: 'string' } })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0)
      throw new Refusal('invalid', 'Name one folder or Markdown file.')
    const root = resolve(path)
    await onDatabase('import', () => bringIn(root, values.source ?? nameOf(root)))
  },
}

async function bringIn(root: string, source: string): Promise<void> {
  const { importMarkdown } = await import('@/domain/transfer/import-markdown')
  const { renderPending } = await import('@/domain/posts/rendering')
  const { closeRenderPool } = await import('@/domain/markdown/pool')
  const began = Date.now()
  const reading = showProgress('Importing')
  const report = await importMarkdown(COMMAND_LINE, { root, source, onProgress: reading.show })
  reading.end()
  await sayReport(report, began)
  const rendering = showProgress('Rendering')
  await renderPending({ onProgress: rendering.show })
  rendering.end()
  await closeRenderPool()
  if (report.files.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1
}

async function sayReport(report: ImportReport, began: number): Promise<void> {
  const { totalsOf } = await import('@/domain/transfer/report')
  for (const file of report.files) if (isWorthALine(file)) console.log(lineOf(file))
  const seconds = ((Date.now() - began) / 1_000).toFixed(1)
  console.log(`${report.source}: ${totalsOf(report)} in ${seconds} s.`)
  if (report.media > 0 || report.redirects > 0) {
    console.log(
      `${report.media} pictures and sounds came along, ${report.redirects} old addresses lead to the new ones.`,
    )
  }
}

function isWorthALine({ verdict, notes }: FileReport): boolean {
  return verdict !== 'unchanged' && (notes.length > 0 || verdict !== 'created')
}

function lineOf({ path, verdict, notes }: FileReport): string {
  return `${path}: ${verdict}${notes.length === 0 ? '' : `; ${notes.join('; ')}`}`
}

/** The folder's name, or for the many that are called `content` or `posts` the one above it too. */
function nameOf(root: string): string {
  const name = basename(root)
  return /^(?:content|posts|_posts|blog|src)$/.test(name) ? `${basename(dirname(root))}/${name}` : name
}
