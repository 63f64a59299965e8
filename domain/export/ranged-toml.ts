import { parse } from 'smol-toml'
import {
  lineEnd,
  lineStart,
  type Ranged,
  type RangedBlock,
  type RangedEntry,
  type RangedMap,
} from '@/domain/export/ranged'

/**
 * TOML with the place of each value: no JavaScript library tells it. The text has been read by one before, so only where things
 * end needs care. `null` when it holds something unforeseen.
 */
export function rangeToml(text: string): RangedBlock | null {
  const root = emptyMap(0, text.length)
  let table = root
  let insertAt: number | null = null
  let at = 0
  while (at < text.length) {
    at = skipBlank(text, at)
    if (at >= text.length) break
    if (text[at] === '[') {
      insertAt ??= withoutTail(text, lineStart(text, at))
      const header = /^\[\[?\s*([^\]]*?)\s*\]\]?/.exec(text.slice(at))
      if (header === null) return null
      table = mapAt(root, partsOf(header[1] ?? ''), at)
      at = lineEnd(text, at)
      continue
    }
    const assigned = readEntry(text, at)
    if (assigned === null) return null
    const keys = assigned.keys
    mapAt(table, keys.slice(0, -1), at).entries.push({ ...assigned.entry, key: keys.at(-1) ?? '' })
    at = assigned.entry.end
  }
  return { format: 'toml', text, root, insertAt: insertAt ?? text.length, indent: '' }
}

function emptyMap(start: number, end: number): RangedMap {
  return { is: 'map', start, end, inline: false, entries: [] }
}

function mapAt(map: RangedMap, keys: string[], at: number): RangedMap {
  const [key, ...rest] = keys
  if (key === undefined) return map
  const found = map.entries.find((entry) => entry.key === key)?.value
  if (found?.is === 'map') return mapAt(found, rest, at)
  const value = emptyMap(at, at)
  map.entries.push({ key, start: at, end: at, value })
  return mapAt(value, rest, at)
}

const bareOrQuoted = /^(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'))*/

function partsOf(key: string): string[] {
  const parts = key.match(/[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'/g) ?? []
  return parts.map((part) => part.replace(/^(["'])(.*)\1$/s, '$2'))
}

function readEntry(text: string, at: number): { keys: string[]; entry: RangedEntry } | null {
  const key = bareOrQuoted.exec(text.slice(at, at + 1000))?.[0]
  const equals = /^\s*=[ \t]*/.exec(text.slice(at + (key?.length ?? 0)))
  if (key === undefined || equals === null) return null
  const value = rangeValue(text, at + key.length + equals[0].length)
  const entry = { key, start: lineStart(text, at), end: lineEnd(text, value.end), value }
  return { keys: partsOf(key), entry }
}

function rangeValue(text: string, start: number): Ranged {
  if (text[start] === '[') return rangeArray(text, start)
  const end = text[start] === '{' ? endOfTable(text, start) : endOfScalar(text, start)
  return { is: 'scalar', start, end, value: plain(text.slice(start, end)) }
}

function rangeArray(text: string, start: number): Ranged {
  const items: Ranged[] = []
  let at = skipBlank(text, start + 1)
  while (at < text.length && text[at] !== ']') {
    const item = rangeValue(text, at)
    items.push(item)
    at = skipBlank(text, item.end)
    if (text[at] === ',') at = skipBlank(text, at + 1)
    if (item.end === item.start) break
  }
  return { is: 'list', start, end: at + 1, inline: true, items }
}

function endOfTable(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '"' || text[at] === "'") at = endOfScalar(text, at) - 1
    if (text[at] === '{') depth += 1
    if (text[at] === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}

const scalars = [
  /"""[\s\S]*?(?<!\\)"{3,5}/y,
  /'''[\s\S]*?'{3,5}/y,
  /"(?:[^"\\\n]|\\.)*"/y,
  /'[^'\n]*'/y,
  /[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?/y,
]

function endOfScalar(text: string, start: number): number {
  for (const pattern of scalars) {
    pattern.lastIndex = start
    const found = pattern.exec(text)
    if (found !== null) return start + found[0].length
  }
  return start
}

/** Past blanks, line ends and comments. */
function skipBlank(text: string, at: number): number {
  const blank = /(?:\s|#[^\n]*)*/y
  blank.lastIndex = at
  return at + (blank.exec(text)?.[0].length ?? 0)
}

/** Blank lines and comments above a table's name belong to that. */
function withoutTail(text: string, at: number): number {
  let end = at
  while (end > 0) {
    const start = lineStart(text, end - 1)
    if (!/^\s*(#.*)?\n?$/.test(text.slice(start, end))) break
    end = start
  }
  return end
}

/** Dates stay as they are written. */
function plain(raw: string): unknown {
  const read = parse(`it = ${raw}`).it
  const isDate = typeof read === 'object' && !raw.startsWith('{')
  return isDate || typeof read === 'bigint' ? raw : read
}
