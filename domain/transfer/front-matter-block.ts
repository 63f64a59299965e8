import { Refusal } from '@/lib/errors'
import { isKnownKey } from '@/domain/transfer/front-matter-keys'
import { tomlDialect, yamlDialect } from '@/domain/transfer/front-matter-dialects'

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
  const { start, skipped } = skipAbove(lines)
  const repairs =
    skipped === null ? [] : [`line ${start + 1}: ${skipped} before the front matter were skipped`]
  const opener = (lines[start] ?? '').trimEnd()
  if (/^\{\s*(["']|$)/.test(opener)) return findJson(source, start, repairs)
  const format = openers.get(opener.toLowerCase().replace(/(?<=^(?:---|\+{3}))\s+/, ''))
  if (format === 'script')
    throw new Refusal('invalid', `line ${start + 1}: front matter written in JavaScript is not read`)
  if (format !== undefined)
    return findFenced({ lines, start, firstLine: start + 2, format, fence: opener.slice(0, 3), repairs })
  const tidy = tidyFences(lines, start)
  if (tidy === null) return findUnopened(lines, start)
  const told = `line ${start + 1}: the line of dashes was put right`
  return findFenced({ ...tidy, format: 'yaml', fence: '---', repairs: [...repairs, told] })
}

const openers = new Map(
  Object.entries({
    '---': 'yaml',
    '---yaml': 'yaml',
    '---yml': 'yaml',
    '---toml': 'toml',
    '---json': 'json',
    ';;;': 'json',
    '---js': 'script',
    '---javascript': 'script',
    '+++': 'toml',
  } as const),
)

/** Blank lines and comments of HTML may stand above front matter that says what a post is. */
function skipAbove(lines: string[]): { start: number; skipped: string | null } {
  const first = lines.findIndex((line) => line.trim() !== '')
  const start = lines.slice(0, 20).findIndex((line) => line.trim() !== '' && !/^\s*<!--.*-->\s*$/.test(line))
  const isBelowComment = start > first && /^(---|\+\+\+)\s*$/.test(lines[start] ?? '')
  if (isBelowComment && hasKnownKey(lines.slice(start, start + 20).join('\n')))
    return { start, skipped: 'comments' }
  return { start: first, skipped: first > 0 ? 'blank lines' : null }
}

/** `---title: A`, ` ---` and `----` above a key that is known. */
function tidyFences(lines: string[], start: number): Omit<Fenced, 'format' | 'fence' | 'repairs'> | null {
  const [, dashes = '', rest = ''] = /^\s{0,3}(-{3,})\s*(.*)$/.exec(lines[start] ?? '') ?? []
  const isGlued = rest !== ''
  if (dashes === '' || !hasKnownKey(isGlued ? rest : (lines[start + 1] ?? '').trim())) return null
  const end = lines.findIndex((line, index) => index > start && /^\s{0,3}-{3,}\s*$/.test(line))
  const below = lines.slice(start + 1).map((line, index) => (index === end - start - 1 ? '---' : line))
  const above = [...lines.slice(0, start), '---', ...(isGlued ? [rest] : [])]
  return { lines: [...above, ...below], start, firstLine: start + (isGlued ? 1 : 2) }
}

type Fenced = {
  lines: string[]
  start: number
  firstLine: number
  format: Block['format']
  fence: string
  repairs: string[]
}

function findFenced({ lines, start, firstLine, format, fence, repairs }: Fenced): Block | null {
  const closes = closings.get(fence) ?? /^---\s*$/
  const end = lines.findIndex((line, index) => index > start && closes.test(line))
  const block = { format, firstLine, repairs }
  if (end >= 0) {
    const text = lines.slice(start + 1, end).join('\n')
    const body = lines.slice(end + 1).join('\n')
    if (fence === ';;;') return { ...block, text: `{${text}}`, body }
    if (format === 'yaml' && isToml(text))
      return {
        ...block,
        format: 'toml',
        text,
        body,
        repairs: [...repairs, `line ${firstLine}: keys with = were read as TOML`],
      }
    if (format === 'toml' && isYaml(text))
      return {
        ...block,
        format: 'yaml',
        text,
        body,
        repairs: [...repairs, `line ${firstLine}: keys with : were read as YAML`],
      }
    return format === 'yaml' && isProse(text) ? null : { ...block, text, body }
  }
  const guess = findForgottenEnd(lines, start, fence)
  if (guess !== null) {
    const told = `line ${guess.end + 1}: the front matter was never closed, it ends here`
    return { ...block, ...guess, repairs: [...repairs, told] }
  }
  if (fence === '---' && isProse(lines.slice(start + 1, start + 12).join('\n'))) return null
  throw new Refusal('invalid', `line ${start + 1}: the front matter that begins here is never closed`)
}

const closings = new Map([
  ['---', /^(---|\.\.\.)\s*$/],
  ['+++', /^\+\+\+\s*$/],
  [';;;', /^;;;\s*$/],
])

function isToml(text: string): boolean {
  return (
    /^\s*[\w-]+\s*=\s*\S/.test(text) && !/^[\w-]+\s*:/m.test(text) && !('fault' in tomlDialect.read(text))
  )
}

function isYaml(text: string): boolean {
  return (
    /^\s*[\w-]+\s*:\s*\S/.test(text) && !/^[\w-]+\s*=/m.test(text) && !('fault' in yamlDialect.read(text))
  )
}

/** A rule with prose below it, at the top of a file, is no front matter. */
function isProse(text: string): boolean {
  if (text.trim() === '') return false
  return !text.split('\n').some((line) => /^\s*(["']?[\p{L}_][^:]{0,80}["']?\s*:|#|[{[])/u.test(line))
}

// A closing line with too many or too few dashes or glued to the last value, or a run of keys up to the first line that is
// none, is clear enough.
function findForgottenEnd(lines: string[], start: number, fence: string) {
  if (fence !== '---') return null
  const glued = lines.findIndex((line, index) => index > start && /^[\w-]+\s*:.*\S\s*---\s*$/.test(line))
  const near = lines.findIndex((line, index) => index > start && /^(-{2}|-{4,}|—|–)\s*$/.test(line))
  const strange = lines.findIndex((line, index) => index > start && !isOfKeys(line))
  const [end = lines.length] = [glued, near, strange].filter((found) => found >= 0).sort((a, b) => a - b)
  const last = end === glued ? [(lines[end] ?? '').replace(/\s*---\s*$/, '')] : []
  const text = [...lines.slice(start + 1, end), ...last].join('\n')
  if (!hasKnownKey(text) || 'fault' in yamlDialect.read(text)) return null
  const isFence = end === glued || end === near
  const rest = lines.slice(isFence ? end + 1 : end)
  const next = rest.find((line) => line.trim() !== '') ?? ''
  if (!isFence && /^(\s*["']?[\w-]+["']?\s*:|\s+-)/.test(next)) return null
  return { end: Math.min(end, lines.length - 1), text, body: rest.join('\n') }
}

function isOfKeys(line: string): boolean {
  return /^(["']?[\w-]+["']?\s*:(\s|$)|\s+\S|#|-\s)/.test(line)
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
