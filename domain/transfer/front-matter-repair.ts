import { isKnownKey, isTextKey } from '@/domain/transfer/front-matter-keys'
import { notKeys, type Dialect, type Remark } from '@/domain/transfer/front-matter-dialects'
import { mendScalar } from '@/domain/transfer/front-matter-scalar'

/**
 * Mends what makes YAML or TOML front matter unreadable and has one clear reading, entry by entry; an entry that can be
 * read is left alone. Lines in the remarks count from 1 in the block as it came. The result may still be unreadable.
 */
export function mendEntries(block: string, dialect: Dialect): { text: string; remarks: Remark[] } {
  const mended = splitEntries(block, dialect).map((entry) => mendEntry(entry, dialect))
  return {
    text: mended.map(({ text }) => text).join('\n'),
    remarks: mended.flatMap(({ remarks }) => remarks),
  }
}

type Entry = { line: number; lines: string[]; remarks: Remark[] }

function splitEntries(block: string, { separator }: Dialect): Entry[] {
  const begins =
    separator === '=' ? /^(["']?[\w.-]+["']?\s*=|\[)/ : /^(["']?[\p{L}\p{N}_][\p{L}\p{N}_. -]*["']?\s*:|#)/u
  const entries: Entry[] = []
  let open = false
  for (const [index, line] of block.split('\n').entries()) {
    const last = entries.at(-1)
    const strayed = separator === ':' && last !== undefined && isStray(line, last)
    const inside = last !== undefined && (open || (!begins.test(line) && !strayed))
    const marks = separator === '=' ? (line.match(/"""|'''/g)?.length ?? 0) : 0
    open = open !== (marks % 2 === 1)
    const told = { line: index + 1, what: 'blanks before a key were removed' }
    if (inside) last.lines.push(line)
    if (!inside)
      entries.push({
        line: index + 1,
        lines: [strayed ? line.trimStart() : line],
        remarks: strayed ? [told] : [],
      })
  }
  return entries
}

/** A known key that slipped to the right below a key that already has its value. */
function isStray(line: string, last: Entry): boolean {
  const found = /^\s+([\w-]+):(\s|$)/.exec(line)
  const above = /^[^:]+:\s*(.*)$/.exec(last.lines[0] ?? '')?.[1] ?? ''
  return found !== null && isKnownKey(found[1] ?? '') && last.lines.length === 1 && /^[^\s|>[{&#]/.test(above)
}

function mendEntry(entry: Entry, dialect: Dialect): { text: string; remarks: Remark[] } {
  const text = entry.lines.join('\n')
  if (isReadable(text, dialect)) return { text, remarks: entry.remarks }
  const untabbed = entry.lines.map((line) =>
    line.replace(/^[\s\u00a0]*[\t\u00a0][\s\u00a0]*/, (blanks) => blanks.replace(/[\t\u00a0]/g, '  ')),
  )
  const tabs = untabbed.flatMap((line, index) =>
    line === entry.lines[index] ? [] : [{ line: entry.line + index, what: 'tabs became spaces' }],
  )
  const remarks = [...entry.remarks, ...tabs]
  if (isReadable(untabbed.join('\n'), dialect)) return { text: untabbed.join('\n'), remarks }
  const joined = joinWrapped(untabbed)
  const mended = joined.map((line, index) => mendLine(line, entry.line + index, dialect))
  const wrapped =
    joined.length < untabbed.length
      ? [{ line: entry.line + 1, what: 'a line was joined to the one above' }]
      : []
  return {
    text: mended.map((line) => line.text).join('\n'),
    remarks: [...remarks, ...wrapped, ...mended.flatMap((line) => line.remarks)],
  }
}

/** Text that goes on at the start of the next line, without a key, belongs to the line above. */
function joinWrapped(lines: string[]): string[] {
  const [first = '', ...rest] = lines
  const key = /^([\w -]+?)\s*:\s*[^\s|>[{"']/.exec(first)?.[1] ?? ''
  const texts = rest.filter((line) => line.trim() !== '')
  if (!isTextKey(key) || texts.length === 0 || !texts.every((line) => /^\s*[^\s:{}[\]#-][^:{}]*$/.test(line)))
    return lines
  return [[first, ...texts.map((line) => line.trim())].join(' ')]
}

function mendLine(given: string, number: number, dialect: Dialect): { text: string; remarks: Remark[] } {
  const line = dialect.separator === ':' ? given.replace(/^(\s*-)(?=[^\s-])/, '$1 ') : given
  if (line !== given) {
    const rest = mendLine(line, number, dialect)
    return {
      text: rest.text,
      remarks: [{ line: number, what: 'a blank after the dash was missing' }, ...rest.remarks],
    }
  }
  if (isValue(line.trim(), dialect) && !isGluedValue(line, dialect)) return { text: line, remarks: [] }
  const glued = splitGlued(line, dialect)
  if (glued !== null) {
    const second = mendLine(glued.second, number, dialect)
    const told = { line: number, what: `“${glued.key}” was glued to the key before it` }
    return { text: `${glued.first}\n${second.text}`, remarks: [told, ...second.remarks] }
  }
  const spaced =
    dialect.separator === ':' ? line.replace(/^(\s*["']?[\p{L}_][\w-]*["']?:)(?=[^\s/])/u, '$1 ') : line
  const apart = spaced === line ? [] : [{ line: number, what: 'a blank after the colon was missing' }]
  if (isReadable(spaced.trim(), dialect)) return { text: spaced, remarks: apart }
  const key =
    dialect.separator === ':'
      ? String.raw`["']?[^\s"':][^"':]*["']?\s*:\s`
      : String.raw`["']?[\w.-]+["']?\s*=`
  const found = new RegExp(`^(\\s*(?:-\\s+)?(?:${key}\\s*)?)(\\S.*)$`, 'u').exec(spaced)
  const mended = found === null ? null : mendScalar((found[2] ?? '').trim())
  if (found === null || mended === null) return { text: line, remarks: [] }
  return { text: `${found[1]}${mended.text}`, remarks: [...apart, { line: number, what: mended.what }] }
}

/** `title:Foo` reads as one plain text, which is no entry. */
function isGluedValue(line: string, { separator }: Dialect): boolean {
  const key = /^([\w-]+):[^\s/]/.exec(line)?.[1]
  return separator === ':' && key !== undefined
}

function splitGlued(line: string, { separator }: Dialect) {
  const date = String.raw`\d{4}-\d\d-\d\d(?:[tT ]+\d\d?:\d\d(?::\d\d(?:\.\d+)?)?)? ?(?:[zZ]|[+-]\d\d:?\d\d)?`
  const value = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\]]*\]|true|false|${date}|\d+`
  const found = new RegExp(
    `^([\\w-]+\\s*${separator}\\s*(?:${value}))\\s*,?\\s*(?<key>[a-zA-Z][\\w-]*)\\s*${separator}(?=\\s|$|["'[])`,
  ).exec(line)
  const key = found?.groups?.key
  const first = found?.[1]
  if (first === undefined || key === undefined || !isKnownKey(key)) return null
  return { first: first.trimEnd(), key, second: line.slice(first.length).replace(/^\s*,?\s*/, '') }
}

function isReadable(text: string, { read }: Dialect): boolean {
  return !('fault' in read(text))
}

function isValue(text: string, { read }: Dialect): boolean {
  const reading = read(text)
  return !('fault' in reading) || reading.fault === notKeys
}
