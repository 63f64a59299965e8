import type { BodyContext } from './body-context'
import type { ReadTag } from './converter'
import { evaluate } from './liquid-values'
import { readArguments, type TagArguments } from './tag-arguments'
import type { Tag } from './tokens'

type Scope = { context: BodyContext; variables: ReadonlyMap<string, string> }

/** A tag with its name folded and its arguments read; `{% include figure.html … %}` is the tag `figure`. */
export function readTag(tag: Tag, inner: string | null, scope: Scope): ReadTag {
  const given = withValues(readArguments(argumentsOf(tag)), scope)
  const isInclude =
    tag.syntax === 'block' && /^(include|include_cached|render|partial|picture)$/.test(tag.name)
  if (!isInclude || tag.name === 'picture') return { ...tag, inner, given, folded: foldName(tag.name) }
  const [file = '', ...positional] = given.positional
  return { ...tag, inner, given: { ...given, positional }, folded: foldName(file) }
}

function argumentsOf({ syntax, args }: Tag): string {
  const call = syntax === 'value' ? args.replace(/^\s*[\w.:]+\s*/, '') : args
  return call.trim().startsWith('(') ? call.trim().replace(/^\(/, '').replace(/\)$/, '') : call
}

/** `src="{{ site.baseurl }}/a.png"` and `src=page.image` in arguments. */
function withValues({ positional, named }: TagArguments, { context, variables }: Scope): TagArguments {
  const resolve = (text: string) => {
    const whole = /^(page|site)\.[\w.]+$/.test(text)
      ? evaluate(text, context, { variables, inLink: true })
      : null
    return (
      whole ??
      text.replace(/\{\{(.{0,300}?)\}\}/g, (raw, expression: string) => {
        return evaluate(expression, context, { variables, inLink: true }) ?? raw
      })
    )
  }
  return {
    positional: positional.map(resolve),
    named: new Map([...named].map(([key, value]) => [key, resolve(value)])),
  }
}

function foldName(name: string): string {
  const last = name.split('/').at(-1) ?? ''
  return last
    .replace(/\.(html?|md|liquid|njk|svg)$/i, '')
    .toLowerCase()
    .replace(/[-_.]/g, '')
}
