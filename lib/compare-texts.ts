import { align, newEffort, type Part } from '@/lib/align'

/**
 * What became of a text, word by word: by line first, then inside of what changed by word. Words that only chance has in common
 * are not picked out of a rewritten sentence. 50,000 words take well under a second, whatever was done to them: where two
 * stretches have too little in common, one is removed and the other added.
 */
export function compareTexts(before: string, after: string): Part[] {
  const effort = newEffort()
  const byLine = blocksOf(align(linesOf(before), linesOf(after), effort))
  return byLine.flatMap((block) => {
    if ('same' in block || block.removed === '' || block.added === '') return partsOf(block)
    const byWord = align(wordsOf(block.removed), wordsOf(block.added), effort)
    return calm(blocksOf(byWord)).flatMap(partsOf)
  })
}

type Change = { removed: string; added: string }
type Block = { same: string } | Change

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

/** Words, blanks, signs; each line end, and each character of scripts that write without blanks, by itself. */
const WORDS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]\p{M}*|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:['’][\p{L}\p{M}]+)*|[^\S\n]+|\p{RI}{2}|\p{Extended_Pictographic}[\p{EMod}\ufe0f]*(?:\u200d\p{Extended_Pictographic}[\p{EMod}\ufe0f]*)*|.\p{M}*/gsu

function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? []
}

/** Stretches that stay, and between each two of them one change. */
function blocksOf(parts: Part[]): Block[] {
  const blocks: Block[] = []
  let run: Part[] = []
  for (const part of parts) {
    if (run[0] !== undefined && (run[0].is === 'same') !== (part.is === 'same')) {
      blocks.push(blockOf(run))
      run = []
    }
    run.push(part)
  }
  return run.length === 0 ? blocks : [...blocks, blockOf(run)]
}

function blockOf(run: Part[]): Block {
  const textOf = (is: Part['is']) => run.map((part) => (part.is === is ? part.text : '')).join('')
  return run[0]?.is === 'same'
    ? { same: textOf('same') }
    : { removed: textOf('removed'), added: textOf('added') }
}

function partsOf(block: Block): Part[] {
  if ('same' in block) return [{ is: 'same', text: block.same }]
  const { removed, added } = block
  const parts: Part[] = [
    { is: 'removed', text: removed },
    { is: 'added', text: added },
  ]
  return parts.filter(({ text }) => text !== '')
}

/** Two changes with next to nothing between them read as one. */
function calm(blocks: Block[]): Block[] {
  const settled: Block[] = []
  for (const block of blocks) {
    let last = block
    for (;;) {
      const joined = join(settled.at(-2), settled.at(-1), last)
      if (joined === null) break
      settled.splice(-2)
      last = joined
    }
    settled.push(last)
  }
  return settled
}

/** So many characters of what stays may be a coincidence: a few short words. */
const COINCIDENCE = 24

function join(before: Block | undefined, between: Block | undefined, after: Block): Change | null {
  if (before === undefined || between === undefined) return null
  if ('same' in before || !('same' in between) || 'same' in after) return null
  const { same } = between
  if (same.length > Math.min(COINCIDENCE, sizeOf(before), sizeOf(after)) || same.includes('\n')) return null
  return { removed: before.removed + same + after.removed, added: before.added + same + after.added }
}

function sizeOf({ removed, added }: Change): number {
  return Math.max(removed.length, added.length)
}
