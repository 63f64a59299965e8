import { inlineCode } from './markdown-pieces'

const remembered = 400

/** Gathers a text piece by piece and keeps blocks apart from what stands around them. */
export function createOutput() {
  const pieces: string[] = []
  let tail = ''
  // Behind a block: the blanks that came since, until it is known what they part it from.
  let behind: string | null = null
  const append = (text: string) => {
    pieces.push(text)
    tail = (text.length >= remembered ? text : tail + text).slice(-remembered)
  }
  const part = (blanks: string) => {
    const isParted = (blanks.match(/\n/g)?.length ?? 0) > 1
    append(
      isParted ? blanks : `\n\n${blanks.includes('\n') ? blanks.slice(blanks.lastIndexOf('\n') + 1) : ''}`,
    )
  }
  return {
    write(text: string) {
      if (behind === null) return append(text)
      const blanks = /^\s*/.exec(text)?.[0] ?? ''
      behind += blanks
      if (blanks.length === text.length) return
      part(behind)
      append(text.slice(blanks.length))
      behind = null
    },
    /** Text in lines of its own, as deep as the line in which it begins. */
    writeBlock(text: string) {
      if (behind !== null) part(behind)
      const line = tail.slice(tail.lastIndexOf('\n') + 1)
      const begins = beginsBlock(line)
      const prefix = begins ? line.replace(/[^>\s]/g, ' ') : ''
      const lone = begins && /^[ \t]*$/.test(line)
      if (!begins) append('\n\n')
      else if (lone && tail.trim() !== '' && !/\n[ \t]*\n[ \t]*$/.test(tail)) append(`\n${prefix}`)
      append(text.replaceAll('\n', `\n${prefix}`).replace(/[ \t]+$/gm, ''))
      behind = ''
    },
    /** Whether what comes next begins a line, by itself or in a list or a quotation. */
    atLineStart: () => (behind ?? '').includes('\n') || beginsBlock(tail.slice(tail.lastIndexOf('\n') + 1)),
    /** Whether what comes next is in a block of HTML and so far in that a paragraph there would be code. */
    inHtml: () => /(?:^|\n)[ \t]*<[\w/!][^\n]*\n(?: {4}|\t)[ \t]*$/.test(tail + (behind ?? '')),
    /** Whether what comes next is part of an address. */
    inAddress: () => /(?:\]\(<?|=["']?|\]: ?<?)[^\s"'<>()=]*$/.test(tail.slice(-200)),
    text: () => pieces.join('') + (behind ?? ''),
  }
}

export type Output = ReturnType<typeof createOutput>

/** What nobody here knows, so that readers see it and nothing reads it as markup. */
export function keepVisible(raw: string, output: Output): string {
  return output.inAddress() ? raw : inlineCode(raw)
}

function beginsBlock(line: string): boolean {
  return /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(line)
}
