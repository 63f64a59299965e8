import type { FileReport, ImportReport } from '@/domain/transfer/report'

const COLUMNS = ['file', 'verdict', 'address', 'repaired', 'notes', 'old addresses'] as const

/** A report as a table (RFC 4180), one file a line; several sentences in one cell stand on lines of their own. */
export function reportAsCsv({ files }: Pick<ImportReport, 'files'>): string {
  // The mark tells spreadsheets that this is UTF-8.
  return `\ufeff${[[...COLUMNS], ...files.map(cellsOf)].map(lineOf).join('')}`
}

export function reportAsJson({ source, files }: Pick<ImportReport, 'source' | 'files'>): string {
  return `${JSON.stringify({ source, files }, null, 2)}\n`
}

function cellsOf({ path, verdict, address, repairs, notes, redirects }: FileReport): string[] {
  return [path, verdict, address ?? '', ...[repairs, notes, redirects].map((lines) => lines.join('\n'))]
}

function lineOf(cells: string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

/** A cell that a spreadsheet would take for a formula is text: names of files are written by strangers. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
