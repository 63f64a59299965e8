import { searchIn, type TextSearch } from './text-search'

/** How a tag is written: `{{< x >}}` and `{{% x %}}`, `{% x %}`, `{{ x }}`, `<X>`. */
export type Syntax = 'hugo' | 'block' | 'value' | 'component'

export type Tag = {
  kind: 'tag'
  syntax: Syntax
  name: string
  args: string
  /** An end, `{{< /x >}}`; or one that needs none, `<X />`. */
  role: 'opens' | 'closes' | 'empty'
  /** What stands inside, of a tag whose content is no Markdown. */
  verbatim: string | null
  raw: string
  at: number
}
type Plain<Kind> = { kind: Kind; text: string; at: number }
export type Token = Plain<'text'> | Plain<'code'> | Tag

type Scan = { body: string; search: TextSearch; components: boolean }
type Found = { token: Token; end: number }

/** The body as text, code and tags, in order and without a gap. Linear in its length, whatever stands in it. */
export function tokenise(body: string, { components }: { components: boolean }): Token[] {
  const scan: Scan = { body, search: searchIn(body), components }
  const tokens: Token[] = []
  let done = 0
  const marks = new RegExp(interesting)
  for (let mark = marks.exec(body); mark !== null; mark = marks.exec(body)) {
    const found = readMark(scan, mark)
    if (found === null) {
      marks.lastIndex = mark.index + mark[0].length
      continue
    }
    const at = found.token.at
    if (at > done) tokens.push({ kind: 'text', text: body.slice(done, at), at: done })
    tokens.push(found.token)
    done = found.end
    marks.lastIndex = done
  }
  if (done < body.length) tokens.push({ kind: 'text', text: body.slice(done), at: done })
  return tokens
}

const interesting =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:`{3,}|~{3,})|`+|\{\{[<%]|\{\{|\{%|<pre\b|<!--|<\/?[A-Z]/gm

function readMark(scan: Scan, mark: RegExpExecArray): Found | null {
  const [text] = mark
  const { index } = mark
  if (/[`~]{3,}$/.test(text) && (index === 0 || scan.body[index - 1] === '\n')) return readFence(scan, mark)
  if (text.startsWith('`')) return readCode(scan, index, text.length)
  if (text === '<!--') return readUntil(scan, index, '-->')
  if (text === '<pre') return readUntil(scan, index, '</pre>')
  if (text === '{{<') return readTag(scan, { at: index, syntax: 'hugo', open: text, close: '>}}' })
  if (text === '{{%') return readTag(scan, { at: index, syntax: 'hugo', open: text, close: '%}}' })
  if (text === '{%') return readTag(scan, { at: index, syntax: 'block', open: text, close: '%}' })
  if (text === '{{') return readTag(scan, { at: index, syntax: 'value', open: text, close: '}}' })
  return scan.components ? readComponent(scan, index) : null
}

/** A fence that never ends goes on to the end of the text, as in Markdown. A line such as ```` ```a``` ```` is none. */
function readFence({ body, search }: Scan, mark: RegExpExecArray): Found | null {
  const fence = /(`{3,}|~{3,})$/.exec(mark[0])?.[0] ?? ''
  const lineEnd = body.indexOf('\n', mark.index)
  const info = lineEnd < 0 ? '' : body.slice(mark.index + mark[0].length, lineEnd)
  if (fence.startsWith('`') && info.includes('`'))
    return readCode(
      { body, search, components: false },
      mark.index + mark[0].length - fence.length,
      fence.length,
    )
  const closes = new RegExp(`^[ \\t>]*${fence.charAt(0)}{${fence.length},}[ \\t]*$`, 'gm')
  closes.lastIndex = lineEnd < 0 ? body.length : lineEnd + 1
  const close = closes.exec(body)
  const end = close === null ? body.length : close.index + close[0].length
  return { token: { kind: 'code', text: body.slice(mark.index, end), at: mark.index }, end }
}

function readCode({ body, search }: Scan, at: number, length: number): Found | null {
  if (body[at - 1] === '\\') return null
  const close = search.nextTicks(length, at + length)
  const paragraph = search.nextMatch(/\n[ \t]*\n/g, at)
  if (close < 0 || (paragraph >= 0 && close > paragraph)) return null
  return { token: { kind: 'code', text: body.slice(at, close + length), at }, end: close + length }
}

function readUntil({ body, search }: Scan, at: number, close: string): Found | null {
  const found = search.next(close, at)
  if (found < 0) return null
  const end = found + close.length
  return { token: { kind: 'code', text: body.slice(at, end), at }, end }
}

type Delimited = { at: number; syntax: Syntax; open: string; close: string }
const longest = 4_000

function readTag(scan: Scan, { at, syntax, open, close }: Delimited): Found | null {
  const { body, search } = scan
  const found = search.next(close, at + open.length)
  if (found < 0 || found - at > longest) return null
  const end = found + close.length
  const inner = body.slice(at + open.length, found)
  const escaped = /^-?\s*\/\*(.*)\*\/\s*$/s.exec(inner)?.[1]
  if (escaped !== undefined) return { token: { kind: 'code', text: `${open}${escaped}${close}`, at }, end }
  if (syntax === 'value' && /^[^\w\s"'-]|\n[ \t]*\n|\{\{/.test(inner)) return null
  const bare = inner.replace(/^-/, '').trim().replace(/-$/, '')
  const head = /^(\/|end(?=[a-z]))?\s*([\w./-]*\w)?/.exec(bare)
  const name = head?.[2] ?? ''
  if (syntax !== 'value' && name === '') return null
  const closes = head?.[1] !== undefined || name === 'end'
  const opens = bare.endsWith('/') ? ('empty' as const) : ('opens' as const)
  const role = closes ? ('closes' as const) : opens
  const args = syntax === 'value' ? bare : bare.slice(head?.[0].length ?? 0).replace(/\/$/, '')
  const raw = body.slice(at, end)
  const tag: Tag = { kind: 'tag', syntax, name, args, role, verbatim: null, raw, at }
  return tag.role === 'opens' && syntax !== 'value' ? takeVerbatim(scan, tag, end) : { token: tag, end }
}

const verbatimNames =
  /^(raw|verbatim|highlight|codeblock|code|code_block|comment|mermaid|rawhtml|raw-html|unsafe|html|plantuml|graphviz|katex|math|latex|tex|hidden|goat|cq|tikz|chart|echarts|typeit)$/i

function takeVerbatim({ body, search }: Scan, tag: Tag, end: number): Found {
  if (!verbatimNames.test(tag.name)) return { token: tag, end }
  const name = RegExp.escape(tag.name)
  const zola = tag.syntax === 'block' && tag.args.trim().startsWith('(')
  const block = zola ? '\\{%-?\\s*end\\s*-?%\\}' : `\\{%-?\\s*end${name}\\s*-?%\\}`
  const pattern = new RegExp(tag.syntax === 'block' ? block : `\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, 'g')
  const close = search.nextMatch(pattern, end)
  if (close < 0) return { token: tag, end }
  pattern.lastIndex = close
  const after = close + (pattern.exec(body)?.[0].length ?? 0)
  const token: Tag = {
    ...tag,
    verbatim: body.slice(end, close),
    raw: body.slice(tag.at, after),
    role: 'empty',
  }
  return { token, end: after }
}

/** `<Name a="b" c={d}>`, at most a few thousand characters of attributes. */
function readComponent({ body }: Scan, at: number): Found | null {
  const head = /^<(\/)?([A-Z][\w.]*)((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*?)(\/)?>/.exec(
    body.slice(at, at + 2_000),
  )
  if (head === null) return null
  const [raw, slash, name = '', args = '', empty] = head
  const opens = empty === undefined ? ('opens' as const) : ('empty' as const)
  const role = slash === undefined ? opens : ('closes' as const)
  return {
    token: { kind: 'tag', syntax: 'component', name, args, role, verbatim: null, raw, at },
    end: at + raw.length,
  }
}
