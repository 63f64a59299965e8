import { writeFile } from 'node:fs/promises'
import { type FileReport, type ImportReport, totalsOf } from '@/domain/transfer/report'
import { reportAsCsv, reportAsJson } from '@/domain/transfer/report-files'

type How = { seconds: number; rehearsed: boolean }

/** A line for each file that needs one, then what came of all. */
export function sayReport(report: ImportReport, { seconds, rehearsed }: How): void {
  for (const file of report.files) if (isWorthALine(file)) console.log(lineOf(file))
  const repaired = report.files.filter(({ repairs }) => repairs.length > 0).length
  console.log(`${report.source}: ${totalsOf(report)} in ${seconds.toFixed(1)} s.`)
  if (repaired > 0) console.log(`${repaired} of them were repaired.`)
  if (report.media > 0 || report.redirects > 0) {
    const came = rehearsed ? 'would come' : 'came'
    console.log(
      `${report.media} pictures and sounds ${came} along, ${report.redirects} old addresses ${rehearsed ? 'would lead' : 'lead'} to the new ones.`,
    )
  }
  if (rehearsed) console.log('This was a rehearsal: nothing was written.')
}

/** As JSON where the name ends so, else as a table (CSV). */
export async function saveReport(report: ImportReport, file: string): Promise<void> {
  await writeFile(file, /\.json$/i.test(file) ? reportAsJson(report) : reportAsCsv(report))
}

function isWorthALine({ verdict, notes, repairs }: FileReport): boolean {
  if (verdict === 'unchanged' || verdict === 'left') return false
  return notes.length > 0 || repairs.length > 0 || verdict !== 'created'
}

function lineOf({ path, verdict, repairs, notes }: FileReport): string {
  const told = [...repairs, ...notes]
  return `${path}: ${verdict}${told.length === 0 ? '' : `; ${told.join('; ')}`}`
}
