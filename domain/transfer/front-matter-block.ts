import { Refusal } from '@/lib/errors'
import { isKnownKey } from '@/domain/transfer/front-matter-keys'
import { yamlDialect } from '@/domain/transfer/front-matter-dialects'

/** Front matter as text; `firstLine` is the line of the source, counted from 1, on which `text` begins. */
export type Block = {
  format: 'yaml' | 'toml' | 'json'
  text: string
  firstLine: number
  body: string
  repairs: string[]
}

/** Finds the front matter of a source with `\n` line ends; `null` when it has none. Throws a Refusal when it never ends. */
export function findFrontMatter(source: string): Block | null {
  const lines = source.split('\n')
  const start = lines.findIndex((line) => line.trim() !== '')
  const opener = (lines[start] ?? '').trimEnd()
  const repairs = start > 0 ? [`line ${start + 1}: blank lines before the front matter were skipped`] : []
  if (/^\{\s*("|$)/.test(opener)) return findJson(source, start, repairs)
  const format = openers.get(opener.toLowerCase().replace(/(?<=^(?:---|\+{3}))\s+/, ''))
  if (format === 'script')
    throw new Refusal('invalid', `line ${start + 1}: front matter written in JavaScript is not read`)
  if (format === undefined) return findUnopened(lines, start)
  return findFenced({ lines, start, format, fence: opener.slice(0, 3), repairs })
}

const openers = new Map(
  Object.entries({
    '---': 'yaml',
    '---yaml': 'yaml',
    '---yml': 'yaml',
    '---toml': 'toml',
    '---json': 'json',
    '---js': 'script',
    '---javascript': 'script',
    '+++': 'toml',
  } as const),
)

type Fenced = { lines: string[]; start: number; format: Block['format']; fence: string; repairs: string[] }

function findFenced({ lines, start, format, fence, repairs }: Fenced): Block | null {
  const closes = fence === '---' ? /^(---|\.\.\.)\s*$/ : /^\+\+\+\s*$/
  const end = lines.findIndex((line, index) => index > start && closes.test(line))
  const block = { format, firstLine: start + 2, repairs }
  if (end >= 0) {
    const text = lines.slice(start + 1, end).join('\n')
    if (format === 'yaml' && isProse(text)) return null
    return { ...block, text, body: lines.slice(end + 1).join('\n') }
  }
  const guess = findForgottenEnd(lines, start, fence)
  if (guess !== null) {
    const told = `line ${guess.end + 1}: the front matter was never closed, it ends here`
    return { ...block, ...guess, repairs: [...repairs, told] }
  }
  if (fence === '---' && isProse(lines.slice(start + 1, start + 12).join('\n'))) return null
  throw new Refusal('invalid', `line ${start + 1}: the front matter that begins here is never closed`)
}

/** A rule with prose below it, at the top of a file, is no front matter. */
function isProse(text: string): boolean {
  if (text.trim() === '') return false
  return !text.split('\n').some((line) => /^\s*(["']?[\p{L}_][^:]{0,80}["']?\s*:|#|[{[])/u.test(line))
}

// A closing line with too many or too few dashes, or a run of keys up to the first blank line or the end, is clear enough.
function findForgottenEnd(lines: string[], start: number, fence: string) {
  const near = fence === '---' ? /^(-{2}|-{4,}|—|–)\s*$/ : /^\+{2,}\s*$/
  const fenced = lines.findIndex((line, index) => index > start && near.test(line))
  const blank = lines.findIndex((line, index) => index > start && line.trim() === '')
  const end = fenced >= 0 ? fenced : blank
  const text = lines.slice(start + 1, end < 0 ? lines.length : end).join('\n')
  if (fence !== '---' || !hasKnownKey(text) || 'fault' in yamlDialect.read(text)) return null
  if (fenced >= 0) return { end, text, body: lines.slice(end + 1).join('\n') }
  const rest = lines.slice(end < 0 ? lines.length : end)
  const next = rest.find((line) => line.trim() !== '') ?? ''
  if (/^(\s*["']?[\w-]+["']?\s*:|\s+-)/.test(next)) return null
  return { end: end < 0 ? lines.length - 1 : end, text, body: rest.join('\n') }
}

function findUnopened(lines: string[], start: number): Block | null {
  if (!/^(title|date|layout)\s*:/i.test(lines[start] ?? '')) return null
  const end = lines.slice(0, 200).findIndex((line) => /^---\s*$/.test(line))
  const text = lines.slice(start, end).join('\n')
  if (end - start < 2 || 'fault' in yamlDialect.read(text)) return findMetadata(lines, start)
  const repairs = [`line ${start + 1}: the opening --- was missing`]
  return { format: 'yaml', text, firstLine: start + 1, body: lines.slice(end + 1).join('\n'), repairs }
}

/** Pelican and MultiMarkdown: keys up to the first blank line, without any fence. */
function findMetadata(lines: string[], start: number): Block | null {
  const blank = lines.findIndex((line, index) => index > start && line.trim() === '')
  const end = blank < 0 ? lines.length : blank
  const keys = lines.slice(start, end)
  if (
    !keys.every((line) => /^([\w-]+\s*:(\s|$)|\s+\S)/.test(line)) ||
    !/^(title|date)\s*:/i.test(keys[0] ?? '')
  )
    return null
  const repairs = [`line ${start + 1}: keys without --- around them were read`]
  const body = lines.slice(end + 1).join('\n')
  return { format: 'yaml', text: keys.join('\n'), firstLine: start + 1, body, repairs }
}

function hasKnownKey(text: string): boolean {
  return text.split('\n').some((line) => isKnownKey(/^["']?([\w -]+?)["']?\s*:/.exec(line)?.[1] ?? ''))
}

function findJson(source: string, start: number, repairs: string[]): Block | null {
  const from = source.indexOf('{')
  const end = closingBrace(source, from)
  const text = source.slice(from, end)
  if (!/^\{\s*["'}]/.test(text)) return null
  if (end > source.length)
    throw new Refusal('invalid', `line ${start + 1}: the front matter that begins here is never closed`)
  const body = source.slice(end).replace(/^[^\S\n]*\n/, '')
  return { format: 'json', text, firstLine: start + 1, body, repairs }
}

function closingBrace(source: string, from: number): number {
  let depth = 0
  for (const token of source.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token[0] === '{') depth += 1
    if (token[0] === '}') depth -= 1
    if (depth === 0 && token[0] === '}') return from + token.index + 1
  }
  return source.length + 1
}
