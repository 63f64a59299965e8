import { isAlias, isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from 'yaml'
import {
  lineEnd,
  lineStart,
  type Ranged,
  type RangedBlock,
  type RangedEntry,
  type RangedMap,
} from '@/domain/export/ranged'

/** YAML, and JSON, which is written in it. `null` when it cannot be read as keys with values. */
export function rangeYaml(text: string, format: 'yaml' | 'json'): RangedBlock | null {
  const doc = parseDocument(text, { schema: 'core', merge: true, uniqueKeys: false, logLevel: 'silent' })
  if (doc.errors.length > 0) return null
  if (doc.contents === null) {
    const root = { is: 'map', start: text.length, end: text.length, inline: false, entries: [] } as const
    return { format, text, root: { ...root, entries: [] }, insertAt: text.length, indent: '' }
  }
  if (!isMap(doc.contents)) return null
  const root = rangeMap(text, doc.contents, text.length)
  const first = root.entries[0]
  const indent = first === undefined ? '' : blanksBefore(text, first.start)
  const last = root.entries.at(-1)
  const insertAt = root.inline ? (last?.value.end ?? root.start + 1) : text.length
  return { format, text, root, insertAt, indent }
}

function rangeMap(text: string, map: YAMLMap, until: number): RangedMap {
  const [start, end] = map.range ?? [0, 0, 0]
  const inline = map.flow === true
  const keys = map.items.map((pair) => startOf(pair))
  const entries = map.items.map((pair, index): RangedEntry => {
    const begin = keys[index] ?? start
    const next = keys[index + 1] ?? null
    const value = rangeNode(text, pair.value, { after: begin, until: next ?? until })
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if (inline) return { key, ...inlineExtent({ begin, next, value, previous: map.items[index - 1] }), value }
    const from = lineStart(text, begin)
    const to = next === null ? until : lineStart(text, next)
    return { key, start: from, end: withoutTail(text, lineEnd(text, begin), to), value }
  })
  return { is: 'map', start, end, inline, entries }
}

type Place = { after: number; until: number }

function rangeNode(text: string, node: unknown, { after, until }: Place): Ranged {
  if (isMap(node)) return rangeMap(text, node, until)
  if (isSeq(node)) {
    const [start, end] = node.range ?? [after, after, after]
    const items = node.items.map((item) => rangeNode(text, item, { after: start, until: end }))
    if (node.flow === true) return { is: 'list', start, end, inline: true, items }
    const last = items.at(-1)?.end ?? end
    const closed = text[last - 1] === '\n' ? last : lineEnd(text, last)
    const whole = text[closed - 1] === '\n' ? closed - 1 : closed
    return { is: 'list', start: lineStart(text, start), end: whole, inline: false, items }
  }
  if (isScalar(node) || isAlias(node)) {
    const [start, end] = node.range ?? [after, after, after]
    const value = isScalar(node) ? (node.value ?? null) : null
    return { is: 'scalar', start, end, value: typeof value === 'bigint' ? String(value) : value }
  }
  const colon = text.indexOf(':', after)
  const at = colon < 0 || colon > until ? until : colon + 1
  return { is: 'scalar', start: at, end: at, value: null }
}

function startOf({ key }: Pair): number {
  return isScalar(key) || isMap(key) || isSeq(key) ? (key.range?.[0] ?? 0) : 0
}

type Extent = { begin: number; next: number | null; value: Ranged; previous: Pair | undefined }

function inlineExtent({ begin, next, value, previous }: Extent) {
  if (next !== null) return { start: begin, end: next }
  const before = previous?.value
  const from = isScalar(before) || isMap(before) || isSeq(before) ? (before.range?.[1] ?? begin) : begin
  return { start: from, end: value.end }
}

/** Blank lines and comments above the next key belong to that. */
function withoutTail(text: string, from: number, to: number): number {
  let end = to
  while (end > from) {
    const start = lineStart(text, end - 1)
    if (start < from || !/^(#.*|\s*)$/.test(text.slice(start, end).replace(/\n$/, ''))) break
    end = start
  }
  return end
}

function blanksBefore(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? ''
}
