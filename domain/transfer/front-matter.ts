import { Refusal } from '@/lib/errors'
import {
  readJson,
  tomlDialect,
  yamlDialect,
  type Dialect,
  type Reading,
  type Remark,
} from '@/domain/transfer/front-matter-dialects'
import { findFrontMatter, type Block } from '@/domain/transfer/front-matter-block'
import { mendEntries } from '@/domain/transfer/front-matter-repair'

export type FrontMatter = {
  format: 'yaml' | 'toml' | 'json' | 'none'
  values: Record<string, unknown>
  body: string
  repairs: string[]
}

/**
 * Front matter and body of a Markdown source: YAML (`---`), TOML (`+++`) or JSON (`{`). `values` is plain JSON; `body` is
 * everything after the closing line, untouched but for line ends, which become `\n`. What had one clear reading is mended and
 * told in `repairs`. Throws `Refusal('invalid', 'line 7: …')` when there is none.
 */
export function parseFrontMatter(source: string): FrontMatter {
  const { text, repairs } = cleanSource(source)
  const block = findFrontMatter(text)
  if (block === null) return { format: 'none', values: {}, body: text, repairs }
  const { values, remarks } = readBlock(block)
  const told = remarks.map(({ line, what }) => `line ${line + block.firstLine - 1}: ${what}`)
  return { format: block.format, values, body: block.body, repairs: [...repairs, ...block.repairs, ...told] }
}

function cleanSource(source: string) {
  const repairs: string[] = []
  const plain = source.replace(/^[\uFEFF\u200B\u2060]+/, '')
  if (plain !== source) repairs.push('line 1: a byte order mark was removed')
  if (plain.includes('\0')) repairs.push('NUL characters were removed')
  if (!plain.isWellFormed()) repairs.push('broken characters were replaced')
  return { text: plain.replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n'), repairs }
}

function readBlock(block: Block): { values: Record<string, unknown>; remarks: Remark[] } {
  const dialect = { yaml: yamlDialect, toml: tomlDialect, json: jsonDialect }[block.format]
  const text = block.text.replace(/^(["']?[\w-]+["']?:)[ \t]*\u00a0[\s\u00a0]*/gm, '$1 ')
  if (text !== block.text) {
    const { values, remarks } = readBlock({ ...block, text })
    return {
      values,
      remarks: [{ line: 1, what: 'blanks that cannot be broken became ordinary ones' }, ...remarks],
    }
  }
  const strict = dialect.read(block.text)
  if (!('fault' in strict)) return strict
  const mended = mendEntries(block.text, dialect)
  const second = dialect.read(mended.text)
  if ('fault' in second) return refuse(strict, block)
  return { values: second.values, remarks: [...mended.remarks, ...second.remarks] }
}

// Mending works on keys that stand at the start of a line, which JSON does not have.
const jsonDialect: Dialect = { separator: ':', read: readJson }

function refuse(reading: Extract<Reading, { fault: unknown }>, block: Block): never {
  throw new Refusal('invalid', `line ${reading.fault.line + block.firstLine - 1}: ${reading.fault.what}`)
}
