import type { BodyContext } from './body-context'
import { changeLines } from './lines'
import { readArguments } from './tag-arguments'
import { convertTag } from './tag-converters'

const directive = /^::([\w-]+)(?:\[([^\]]*)\])?\{([^{}]*)\}\s*$/

/** `::github{repo="a/b"}` in a line of its own, as themes of Astro have it. */
export function convertLeafDirectives(body: string, context: BodyContext): string {
  if (!/^::\w/m.test(body)) return body
  return changeLines(body, ({ text, at }) => {
    const [raw, name = '', label = '', args = ''] = directive.exec(text) ?? []
    if (raw === undefined) return text
    const given = readArguments(args.replace(/#([\w-]+)/, 'id="$1"'))
    const inner = label === '' ? null : label
    const tag = {
      kind: 'tag' as const,
      syntax: 'block' as const,
      role: 'empty' as const,
      verbatim: null,
      name,
      args,
      raw,
      at,
    }
    const converted = convertTag({ ...tag, given, inner, folded: name.toLowerCase() }, context)
    if (converted === null) {
      context.notes.reported(`::${name} is not known here and was kept as it stands`, at)
      return text
    }
    context.notes.repaired(`::${name} ${converted.what ?? 'was read'}`, at)
    return `\n${converted.text}\n`
  })
}
