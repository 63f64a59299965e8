import { asText } from '@/domain/transfer/front-matter-values'
import type { BodyContext } from './body-context'
import { changeLines, changeProse } from './lines'

/** MDX without its imports and exports; what they import as pictures stands where its name stood. */
export function convertModules(body: string, context: BodyContext): string {
  const imported = new Map<string, string>()
  let open = false
  const prose = changeLines(body, ({ text, at }) => {
    const begins =
      !open &&
      /^(import\s+(["'{*]|\w+[\s,])|export\s+(const|let|var|default|function|async|\{|\*))/.test(text)
    if (!begins && !open) return text
    const file = /^import\s+(?:\*\s+as\s+)?(\w+)\s+from\s+(["'])(.+?)\2/.exec(text)
    if (file !== null && /\.\w{3,4}$/.test(file[3] ?? '')) imported.set(file[1] ?? '', file[3] ?? '')
    if (begins) context.notes.repaired(`the line “${text.slice(0, 60)}” was left out`, at)
    open = isUnfinished(text, open)
    return null
  })
  const uncommented = changeProse(prose, /\{\/\*.*?\*\/\}|\{(["'])\s*\1\}/g, (found) =>
    found[1] === undefined ? '' : ' ',
  )
  return changeProse(
    uncommented,
    /\s(?:className|class|style|client:\w+)=\{\{?[^{}]*\}\}?|\bclassName=|(?<=\s[\w-]+=)\{(\d[\d.]*|true|false)\}|\{([\w.]+)\}/g,
    (found, at) => {
      const [raw, plain, expression] = found
      if (plain !== undefined) return `"${plain}"`
      if (expression === undefined) return raw === 'className=' ? 'class=' : ''
      return valueOf(expression, imported, context) ?? report(raw, context, at)
    },
  )
}

/** An import goes on to the line with its `from`, an export to a blank line. */
function isUnfinished(text: string, wasOpen: boolean): boolean {
  if (text.trim() === '') return false
  if (/^import\b/.test(text)) return !/(["'])[^"']+\1\s*;?\s*$/.test(text)
  if (/^export\b/.test(text)) return !/[;}\])"'`\w]\s*;?\s*$/.test(text) || /[{([]\s*$/.test(text)
  return wasOpen && !/^\}|^\)|^\]|from\s+(["'])[^"']+\1/.test(text)
}

function valueOf(
  expression: string,
  imported: ReadonlyMap<string, string>,
  { values }: BodyContext,
): string | null {
  const file = imported.get(expression.replace(/\.src$/, ''))
  if (file !== undefined) return `"${file}"`
  const key = /^(?:frontmatter|meta)\.(\w+)$/.exec(expression)?.[1]
  return key === undefined || !Object.hasOwn(values, key) ? null : asText(values[key])
}

function report(raw: string, { notes }: BodyContext, at: number): string {
  notes.reported(`${raw} is not known here and was kept as it stands`, at)
  return raw
}
