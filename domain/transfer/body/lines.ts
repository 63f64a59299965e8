export type Line = { text: string; at: number; code: boolean }

/** The lines of a text; `code` are those of fences, `<pre>` and their marks. */
export function listLines(body: string): Line[] {
  let fence: string | null = null
  let pre = false
  let at = 0
  return body.split('\n').map((text) => {
    const mark = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(text)
    const run = mark?.[1] ?? null
    const closes: boolean =
      fence !== null && run !== null && run.startsWith(fence) && (mark?.[2] ?? '').trim() === ''
    const inside = fence !== null
    if (fence === null) pre = /<pre\b/i.test(text) || pre
    const line = { text, at, code: inside || run !== null || pre }
    if (/<\/pre>/i.test(text)) pre = false
    fence = closes ? null : (fence ?? run)
    at += text.length + 1
    return line
  })
}

/** The text with a change to every line that is no code; null drops the line. */
export function changeLines(body: string, change: (line: Line, index: number) => string | null): string {
  return listLines(body)
    .map((line, index) => (line.code ? line.text : change(line, index)))
    .filter((text) => text !== null)
    .join('\n')
}

/** `replaceAll` in lines that are no code and outside of inline code. */
export function changeProse(
  body: string,
  pattern: RegExp,
  change: (found: RegExpExecArray, at: number) => string,
): string {
  return changeLines(body, ({ text, at }) => {
    if (text.search(pattern) < 0) return text
    const parts = text.split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/)
    let start = at
    return parts
      .map((part, index) => {
        const here = start
        if (index % 3 !== 2) start += part.length
        if (index % 3 === 2) return ''
        return index % 3 === 1 ? part : replaceIn(part, pattern, (found) => change(found, here + found.index))
      })
      .join('')
  })
}

function replaceIn(text: string, pattern: RegExp, change: (found: RegExpExecArray) => string): string {
  let done = 0
  const pieces: string[] = []
  for (const found of text.matchAll(pattern)) {
    pieces.push(text.slice(done, found.index), change(found))
    done = found.index + found[0].length
  }
  return pieces.join('') + text.slice(done)
}
