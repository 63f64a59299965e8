import { inlineCode } from './markdown-pieces'

const remembered = 400

/** Gathers a text piece by piece and keeps blocks apart from what stands around them. */
export function createOutput() {
  const pieces: string[] = []
  let tail = ''
  let open = false
  const append = (text: string) => {
    pieces.push(text)
    tail = (text.length >= remembered ? text : tail + text).slice(-remembered)
  }
  return {
    write(text: string) {
      if (text === '') return
      const apart = /^[ \t]*\n[ \t]*(\n|$)/.test(text)
      if (open && /^[ \t]*\n/.test(text)) append(apart ? text : `\n${text}`)
      else append(open ? `\n\n${text.trimStart()}` : text)
      open = open && text.trim() === ''
    },
    /** Text in lines of its own, as deep as the line in which it begins. */
    writeBlock(text: string) {
      const line = tail.slice(tail.lastIndexOf('\n') + 1)
      const begins = beginsBlock(line)
      const prefix = begins ? line.replace(/[^>\s]/g, ' ') : ''
      const lone = begins && /^[ \t]*$/.test(line)
      if (open || !begins) append('\n\n')
      else if (lone && tail.trim() !== '' && !/\n[ \t]*\n[ \t]*$/.test(tail)) append(`\n${prefix}`)
      append(text.replaceAll('\n', `\n${prefix}`).replace(/[ \t]+$/gm, ''))
      open = true
    },
    /** Whether what comes next begins a line, by itself or in a list or a quotation. */
    atLineStart: () => beginsBlock(tail.slice(tail.lastIndexOf('\n') + 1)),
    /** Whether what comes next is part of an address. */
    inAddress: () => /(?:\]\(<?|=["']?|\]: ?<?)[^\s"'<>()=]*$/.test(tail.slice(-200)),
    text: () => pieces.join(''),
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
