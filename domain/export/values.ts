import { parseDocument } from 'yaml'
import type { Format } from '@/domain/export/ranged'

/** How a value is written: `house` quotes text always, `plain` where it must. */
type Style = 'house' | 'plain'

/** One text as a value of this format; `like` is the value it takes the place of, whose quotes it keeps where it can. */
export function writeText(
  text: string,
  format: Format,
  { like = '', style = 'house', inline = false }: { like?: string; style?: Style; inline?: boolean } = {},
): string {
  if (format === 'json') return JSON.stringify(text)
  if (format === 'toml') return writeTomlText(text, like)
  const block = /^([|>][-+0-9]*)[^\n]*\n([ \t]+)/.exec(like)
  if (block !== null) return writeBlockText(text, block[1] ?? '|', block[2] ?? '  ') ?? doubleQuoted(text)
  if (like.startsWith("'") && !/[\n\p{Cc}]/u.test(text)) return singleQuoted(text)
  const wantsPlain = like === '' ? style === 'plain' : !/^["']/.test(like)
  return wantsPlain && isPlain(text, inline) ? text : doubleQuoted(text)
}

/** A list on one line. */
export function writeTexts(texts: string[], format: Format): string {
  const items = texts.map((text) =>
    format === 'yaml' && !/\p{Cc}/u.test(text) ? singleQuoted(text) : writeText(text, format),
  )
  return `[${items.join(', ')}]`
}

/** An instant, which YAML and TOML know without quotes. */
export function writeInstant(iso: string, format: Format, like = ''): string {
  if (format === 'json') return JSON.stringify(iso)
  const quote = /^["']/.exec(like)?.[0] ?? ''
  return `${quote}${iso}${quote}`
}

/** Any JSON on one line, for keys that we do not know. */
export function writeAny(value: unknown, format: Format): string {
  if (typeof value === 'string') return writeText(value, format)
  if (format !== 'toml') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map((item) => writeAny(item, format)).join(', ')}]`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null) return '""'
  const entries = Object.entries(value).map(
    ([key, item]) => `${writeKey(key, format)} = ${writeAny(item, format)}`,
  )
  return `{ ${entries.join(', ')} }`
}

/** A key as this format writes it, before its `:` or `=`. */
export function writeKey(key: string, format: Format): string {
  if (format === 'json') return JSON.stringify(key)
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key)
}

/** A whole entry, without a line end. */
export function writeEntry(key: string, value: string, format: Format): string {
  return `${writeKey(key, format)}${format === 'toml' ? ' =' : ':'} ${value}`
}

const singleQuoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** JSON's way is YAML's and, but for DEL, TOML's way too; what an editor would not show is spelt out. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function writeTomlText(text: string, like: string): string {
  const literal = like.startsWith("'") && !/['\n\p{Cc}]/u.test(text)
  return literal ? `'${text}'` : doubleQuoted(text)
}

/** Below `|` or `>`, as it stood; `null` when the text cannot be written so. */
function writeBlockText(text: string, header: string, indent: string): string | null {
  if (/^\s|\s$|\n[ \t]|[^\S\n\x20]/.test(text) || /\d/.test(header)) return null
  const lines = text.split('\n').flatMap((line) => (header.startsWith('>') ? [line, ''] : [line]))
  const body = (header.startsWith('>') ? lines.slice(0, -1) : lines).map((line) =>
    line === '' ? '' : indent + line,
  )
  return `${header}\n${body.join('\n')}\n`
}

/** Words that older readers of YAML take for yes, no or nothing. */
const loaded = /^(?:y|n|yes|no|on|off|true|false|null|~|\d[\d_.:eE+-]*)$/i

function isPlain(text: string, inline: boolean): boolean {
  if (text === '' || text !== text.trim() || /[\n\p{Cc}]/u.test(text) || loaded.test(text)) return false
  const doc = parseDocument(inline ? `it: [${text}]` : `it: ${text}`, { schema: 'core', logLevel: 'silent' })
  const read: unknown = doc.errors.length > 0 ? null : doc.toJS()
  return JSON.stringify(read) === JSON.stringify({ it: inline ? [text] : text })
}
