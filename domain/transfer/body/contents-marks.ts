import { changeLines } from './lines'

/** Takes the marks that other systems replace by a table of contents out: `[TOC]`, `[[toc]]`, `* TOC` above `{:toc}`. */
export function takeContentsMarks(body: string): { body: string; toc: boolean } {
  let toc = false
  const marked = body.split('\n')
  const taken = changeLines(body, ({ text }, index) => {
    const next = marked[index + 1] ?? ''
    const isMark =
      /^\s*(\[TOC\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\](\(.*\))?|\{:\s*toc(\s[^}]*)?\}|<!--\s*toc\s*-->)\s*$/i.test(
        text,
      )
    const isKramdown = /^\s*([-*+]|\d+\.)\s/.test(text) && /^\s*\{:\s*toc\b[^}]*\}\s*$/.test(next)
    toc ||= isMark || isKramdown
    return isMark || isKramdown ? null : text
  })
  return { body: taken, toc }
}
