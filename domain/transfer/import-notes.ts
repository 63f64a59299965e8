import { lineOfKey } from '@/domain/transfer/front-matter-keys'

/** What the reading of one file has to tell: mended for good, or to be looked at by a person. */
export type Notes = {
  repairs: string[]
  warnings: string[]
  repair: (sentence: string, key?: string) => void
  warn: (sentence: string, key?: string) => void
  /** The same with the line on which a piece of the text stands. */
  warnAt: (piece: string, sentence: string) => void
}

/** Notes on a source; a sentence about a key begins with the line on which it stands. */
export function takeNotes(
  source: string,
  { repairs, hasKeys }: { repairs: string[]; hasKeys: boolean },
): Notes {
  const notes = { repairs: [...repairs], warnings: new Array<string>() }
  const located = (sentence: string, key?: string) => {
    const line = key === undefined || !hasKeys ? null : lineOfKey(source, key)
    return line === null ? sentence : `line ${line}: ${sentence}`
  }
  return {
    ...notes,
    repair: (sentence, key) => void notes.repairs.push(located(sentence, key)),
    warn: (sentence, key) => void notes.warnings.push(located(sentence, key)),
    warnAt: (piece, sentence) => {
      const at = source.indexOf(piece)
      const line = source.slice(0, Math.max(at, 0)).split(/\r\n?|\n/).length
      notes.warnings.push(at < 0 ? sentence : `line ${line}: ${sentence}`)
    },
  }
}
