/** What became of one file of an import. */
export type Verdict = 'created' | 'updated' | 'unchanged' | 'revision' | 'kept' | 'failed'

export type FileReport = {
  path: string
  verdict: Verdict
  /** Where readers find it, or will. */
  address: string | null
  /** What was mended and how, what is left over, or why it failed; sentences for a person. */
  notes: string[]
}

export type ImportReport = { source: string; files: FileReport[]; media: number; redirects: number }

const WORDS: Record<Verdict, string> = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  revision: 'changed in both places, kept as an unpublished revision',
  kept: 'kept for export only',
  failed: 'failed',
}

/** How many files met which end: `12 created, 3 unchanged`. */
export function totalsOf(report: Pick<ImportReport, 'files'>): string {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of report.files) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const parts = [...counts].map(([verdict, count]) => `${count} ${WORDS[verdict]}`)
  return parts.length === 0 ? 'no Markdown files found' : parts.join(', ')
}
