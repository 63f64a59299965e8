/** What became of one file of an import, or would. */
export const VERDICTS = [
  'created',
  'updated',
  'revision',
  'unchanged',
  'moved',
  'kept',
  'missing',
  'left',
  'failed',
] as const
export type Verdict = (typeof VERDICTS)[number]

export type FileReport = {
  path: string
  verdict: Verdict
  /** Where readers find it, or will. */
  address: string | null
  /** What was mended, and how. */
  repairs: string[]
  /** What a person should know: left over, decided for want of a better, or why it failed. */
  notes: string[]
  /** Old addresses that lead to it. */
  redirects: string[]
}

export type ImportReport = {
  id: string
  source: string
  files: FileReport[]
  media: number
  redirects: number
}

const WORDS: Record<Verdict, string> = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  revision: 'changed in both places, kept as an unpublished revision',
  moved: 'moved in the source',
  kept: 'kept for export only',
  missing: 'not in the source any more',
  left: 'left over',
  failed: 'failed',
}

/** How many files met which end: `12 created, 3 unchanged`. */
export function totalsOf({ files }: Pick<ImportReport, 'files'>): string {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of files) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return totalsInWords(counts)
}

export function totalsInWords(counts: ReadonlyMap<Verdict, number>): string {
  const parts = [...counts].map(([verdict, count]) => `${count} ${WORDS[verdict]}`)
  return parts.length === 0 ? 'no Markdown files found' : parts.join(', ')
}
