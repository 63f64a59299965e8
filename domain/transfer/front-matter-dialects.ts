import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import { isMap, isScalar, isSeq, parseDocument, visit, type Document, type Scalar } from 'yaml'
import { isTextKey } from '@/domain/transfer/front-matter-keys'
import { isRecord, toJson } from '@/domain/transfer/front-matter-values'

/** A remark or fault with its line, counted from 1 inside the block. */
export type Remark = { line: number; what: string }
export type Reading = { values: Record<string, unknown>; remarks: Remark[] } | { fault: Remark }
export type Dialect = { separator: ':' | '='; read: (block: string) => Reading }

/** YAML 1.2 core: numbers that would not print as written stay text, and so do all values of text keys. */
export const yamlDialect: Dialect = { separator: ':', read: readYaml }
export const tomlDialect: Dialect = { separator: '=', read: readToml }

/** JSON, and what people take for it: comments, trailing commas and single quotes are read too, with a remark. */
export function readJson(block: string): Reading {
  try {
    return asValues(JSON.parse(block), [])
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const loose = readYaml(block)
    if ('fault' in loose) return loose
    return {
      ...loose,
      remarks: [{ line: 1, what: 'JSON that is not strict was read anyway' }, ...loose.remarks],
    }
  }
}

function readYaml(block: string): Reading {
  if (nestedDeeply.test(block) || /^[ \t]{400,}\S/m.test(block)) return tooDeep
  const doc = parseYaml(block)
  if (doc === null) return tooDeep
  const [error] = doc.errors
  if (error) return { fault: { line: error.linePos?.[0].line ?? 1, what: sentenceOf(error.message) } }
  const lost = findLostText(doc, block)
  if (lost !== null) return { fault: lost }
  keepAsWritten(doc)
  try {
    return asValues(doc.toJS({ maxAliasCount: 100 }), repeatedKeys(doc, block))
  } catch (error) {
    // What the library finds only now, alias bombs and merges of what is no map, it throws as plain errors.
    if (error instanceof Error) return { fault: { line: 1, what: sentenceOf(error.message) } }
    throw error
  }
}

function parseYaml(block: string) {
  try {
    return parseDocument(block, { schema: 'core', merge: true, uniqueKeys: false, logLevel: 'silent' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** `title: !important` and `title: &co` are a tag and an anchor of nothing to YAML: the text would be gone. */
function findLostText(doc: Document, block: string): Remark | null {
  if (!isMap(doc.contents)) return null
  for (const { key, value } of doc.contents.items) {
    if (!isScalar(key) || !isTextKey(String(key.value)) || !isScalar(value)) continue
    const isTagged = value.tag !== undefined && !value.tag.startsWith('tag:yaml.org')
    const isAnchored = value.anchor !== undefined && !block.includes(`*${value.anchor}`)
    const line = block.slice(0, key.range?.[0] ?? 0).split('\n').length
    if (isTagged || isAnchored) return { line, what: 'a text that begins with ! or & needs quotes' }
  }
  return null
}

function keepAsWritten(doc: Document) {
  visit(doc, {
    Scalar(key, node) {
      if (key === 'key') return
      if (!printsAsWritten(node)) node.value = node.source
    },
    Pair(_, pair) {
      if (isScalar(pair.key) && isTextKey(String(pair.key.value))) visitText(pair.value)
    },
  })
}

function visitText(value: unknown) {
  const keep = (node: Scalar) => {
    if (node.type === 'PLAIN' && node.value !== null) node.value = node.source
  }
  if (isScalar(value)) keep(value)
  if (isMap(value) || isSeq(value))
    visit(value, { Scalar: (key, node) => (key === 'key' ? undefined : keep(node)) })
}

function printsAsWritten({ value, source }: Scalar): boolean {
  if (source === undefined) return true
  if (typeof value === 'bigint') return false
  return typeof value !== 'number' || String(value) === source
}

function repeatedKeys(doc: Document, block: string): Remark[] {
  if (!isMap(doc.contents)) return []
  const seen = new Set<string>()
  return doc.contents.items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    const name = String(key.value)
    const line = block.slice(0, key.range?.[0] ?? 0).split('\n').length
    if (seen.has(name) && name !== '<<')
      return [{ line, what: `“${name}” stands twice, the last one counts` }]
    seen.add(name)
    return []
  })
}

function readToml(block: string): Reading {
  try {
    const values = parseToml(block, { integersAsBigInt: 'asNeeded', maxDepth: 100 })
    return asValues(writeDates(values, block), [])
  } catch (error) {
    if (error instanceof TomlError) return { fault: { line: error.line, what: sentenceOf(error.message) } }
    if (error instanceof RangeError) return tooDeep
    throw error
  }
}

// The library turns 30 February into 1 March, so dates at the top are taken from the text.
function writeDates(values: Record<string, unknown>, block: string): Record<string, unknown> {
  const entries = Object.entries(values).map(([key, value]): [string, unknown] => {
    if (!(value instanceof TomlDate)) return [key, value]
    const line = new RegExp(`^\\s*["']?${RegExp.escape(key)}["']?\\s*=\\s*([^#\\n]*)`, 'm').exec(block)
    return [key, line?.[1]?.trim() ?? value.toISOString()]
  })
  return Object.fromEntries(entries)
}

// The library takes seconds to find out by itself.
const nestedDeeply = /(?:[[{][^[\]{}]{0,40}){200}/

/** The fault of a text that can be read but is one value or a list. */
export const notKeys: Remark = { line: 1, what: 'these are not keys with values' }

const tooDeep = { fault: { line: 1, what: 'values are nested too deeply' } }

function asValues(parsed: unknown, remarks: Remark[]): Reading {
  const safe = toJson(parsed)
  if (safe === null) return { values: {}, remarks }
  if (!isRecord(safe)) return { fault: notKeys }
  return { values: safe, remarks }
}

function sentenceOf(message: string): string {
  const [first = ''] = message.replace(/^Invalid TOML document: /, '').split(/ at line \d|\n/)
  return first.trim().replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}
