import type { Verdict } from '@/domain/transfer/report'

export type ImportState =
  'rehearsing' | 'rehearsed' | 'importing' | 'cancelled' | 'failed' | 'finished' | 'undoing' | 'undone'

/** How a verdict is called in the table, in the order in which people look for them. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  failed: 'Failed',
  created: 'New',
  updated: 'Changed',
  revision: 'Changed in both places',
  moved: 'Moved',
  unchanged: 'Unchanged',
  kept: 'Kept for export',
  missing: 'Not in the source',
  left: 'Left over',
}

/** What happens to a file of this verdict, in a sentence. */
export const VERDICT_MEANINGS: Record<Verdict, string> = {
  failed: 'it cannot be read; nothing comes of it',
  created: 'it becomes a post or a page',
  updated: 'its post follows, for readers too',
  revision: 'its text becomes an unpublished revision of the edited post',
  moved: 'only where it lies changed',
  unchanged: 'nothing to do',
  kept: 'an index of a folder, kept for export only',
  missing: 'it came once and is not there any more; its post stays',
  left: 'no text refers to it',
}

export type Verdicts = Partial<Record<Verdict, number>>

export function isVerdict(text: string): text is Verdict {
  return Object.hasOwn(VERDICT_WORDS, text)
}

type Counted = {
  removed: number
  reverted: number
  media: number
  addresses: number
  tags: number
  series: number
  people: number
}

/** `12 posts go, 3 become what they were, 5 pictures and sounds go.` */
export function undoInWords(plan: Counted): string {
  const gone = [
    counted(plan.removed, 'post'),
    counted(plan.media, 'picture or sound', 'pictures and sounds'),
    counted(plan.addresses, 'old address', 'old addresses'),
    counted(plan.tags, 'tag'),
    counted(plan.series, 'series', 'series'),
    counted(plan.people, 'author'),
  ].filter((part) => part !== null)
  const back = counted(plan.reverted, 'post')
  const sentences = [
    gone.length === 0
      ? null
      : `${inOneLine(gone)} ${gone.length === 1 && startsWithOne(gone) ? 'goes' : 'go'}.`,
    back === null
      ? null
      : `${back} ${plan.reverted === 1 ? 'becomes what it was' : 'become what they were'} before.`,
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? 'There is nothing left to undo.' : sentences.join(' ')
}

function counted(count: number, one: string, many = `${one}s`): string | null {
  if (count === 0) return null
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

function startsWithOne([first = '']: string[]): boolean {
  return first.startsWith('1 ')
}

function inOneLine(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

type Told = {
  status: ImportState
  /** Whether a process is at work on it. */
  isRunning: boolean
  done: number
  total: number
  problem: string | null
  verdicts: Verdicts
}

/** Where an import stands, in one sentence. */
export function importSentence({ status, isRunning, done, total, problem, verdicts }: Told): string {
  const progress = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} files`
  const came = cameInWords(verdicts)
  switch (status) {
    case 'rehearsing':
      return isRunning ? `Rehearsing, ${progress}` : 'The rehearsal is about to begin'
    case 'rehearsed':
      return `Rehearsed, nothing is written yet: ${came}`
    case 'importing':
      return isRunning ? `Importing, ${progress}` : `Not at work: ${progress} done so far`
    case 'undoing':
      return isRunning ? 'Being undone' : 'The undo is about to begin'
    case 'cancelled':
      return `Cancelled at ${progress}: ${came}`
    case 'failed':
      return problem ?? `It failed at ${progress}`
    case 'finished':
      return `Finished: ${came}`
    case 'undone':
      return 'Undone'
  }
}

function cameInWords(verdicts: Verdicts): string {
  const parts = Object.entries(VERDICT_WORDS).flatMap(([verdict, word]) => {
    const count = isVerdict(verdict) ? (verdicts[verdict] ?? 0) : 0
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${word.toLowerCase()}`]
  })
  return parts.length === 0 ? 'no files found' : parts.join(', ')
}
