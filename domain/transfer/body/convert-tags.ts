import { type BodyContext, hasLiquid } from './body-context'
import { evaluate } from './liquid-values'
import { asHtml } from './markdown-pieces'
import { createOutput, keepVisible, type Output } from './output'
import { readTag } from './read-tag'
import { convertTag } from './tag-converters'
import { type Node, pairTags } from './tag-tree'
import { tokenise } from './tokens'

type Work = { context: BodyContext; variables: Map<string, string>; components: boolean }
type TagNode = Extract<Node, { kind: 'tag' }>

/** Shortcodes, Liquid, Nunjucks and, with `components`, JSX as standard Markdown; unknown ones stay where readers see them. */
export function convertTags(
  body: string,
  context: BodyContext,
  { components }: { components: boolean },
): string {
  if (!/\{[{%]|<[A-Z]/.test(body)) return body
  const nodes = pairTags(tokenise(body, { components }))
  return convertNodes(nodes, { context, variables: new Map(), components })
}

function convertNodes(nodes: Node[], work: Work): string {
  const output = createOutput()
  for (const [index, node] of nodes.entries()) {
    const after = nodes[index + 1]
    if (node.kind === 'text') output.write(node.text)
    else if (node.kind === 'code') output.write(showCode(node.text, work.context))
    else if (!concerns(node, work)) writeRaw(node, work, output)
    else if (node.syntax === 'value' && !node.args.includes('(')) writeValue(node, after, { work, output })
    else writeTag(node, after, { work, output })
  }
  return output.text()
}

/** Which tags a generator reads at all: Hugo shows `{% x %}` as it stands, and MDX has components only. */
function concerns({ syntax }: TagNode, { context: { generator }, components }: Work): boolean {
  if (components) return syntax === 'component'
  if (generator === 'plain') return false
  if (syntax === 'hugo' || syntax === 'component') return true
  return ['jekyll', 'hexo', 'eleventy', 'zola', 'unknown'].includes(generator)
}

function writeRaw(node: TagNode, work: Work, output: Output) {
  output.write(node.inner === null ? node.raw : `${node.raw}${convertNodes(node.inner, work)}${endOf(node)}`)
}

function writeTag(node: TagNode, after: Node | undefined, { work, output }: { work: Work; output: Output }) {
  const { context, variables } = work
  const inner = node.inner === null ? node.verbatim : convertNodes(node.inner, work)
  const tag = readTag(node, inner, { context, variables })
  if (/^(assign|set|capture)$/.test(tag.folded) && assign(node.args, inner, work)) return
  const converted = node.role === 'closes' ? null : convertTag(tag, context)
  if (converted === null) return keepUnknown(node, inner, { work, output })
  if (converted.what !== null) context.notes.repaired(`${nameTag(node)} ${converted.what}`, node.at)
  const html = output.inHtml() ? asHtml(converted.text) : null
  if (html !== null) return output.write(html)
  const alone = converted.block === 'alone' && output.atLineStart() && isLineEnd(after)
  if (converted.block === true || alone) output.writeBlock(converted.text)
  else output.write(converted.text)
}

function keepUnknown(node: TagNode, inner: string | null, { work, output }: { work: Work; output: Output }) {
  // In other generators than those `{{ x }}` is mostly part of a text.
  const call = node.syntax !== 'value' || work.context.generator === 'zola' || hasLiquid(work.context)
  if (!call && !/^\w+\(.*=.*\)$/s.test(node.args)) return output.write(node.raw)
  work.context.notes.reported(`${nameTag(node)} is not known here and was kept as it stands`, node.at)
  if (inner === null || node.verbatim !== null) return output.write(keepVisible(node.raw, output))
  output.write(keepVisible(node.raw, output))
  output.write(inner)
  output.write(keepVisible(endOf(node), output))
}

function writeValue(
  node: TagNode,
  after: Node | undefined,
  { work: { context, variables }, output }: { work: Work; output: Output },
) {
  const inLink = output.inAddress()
  const value = evaluate(node.args, context, { variables, inLink })
  if (value !== null) return output.write(value === '' && inLink && !continues(after) ? '/' : value)
  if (!hasLiquid(context)) return output.write(node.raw)
  context.notes.reported(
    `{{ ${node.args.slice(0, 60)} }} is not known here and was kept as it stands`,
    node.at,
  )
  output.write(keepVisible(node.raw, output))
}

/** Whether the address goes on with a slash or another value. */
function continues(after: Node | undefined): boolean {
  return after !== undefined && (after.kind === 'tag' || after.text.startsWith('/'))
}

function assign(args: string, inner: string | null, { context, variables }: Work): boolean {
  const [, name = '', value] = /^\s*([\w-]+)\s*(?:=\s*(.*))?$/s.exec(args) ?? []
  const meant = value === undefined ? inner : evaluate(value.trim(), context, { variables, inLink: true })
  if (name === '' || meant === null) return false
  variables.set(name, meant.trim())
  return true
}

// Liquid also runs in code, so its `raw` marks were never seen there; Hugo's and Zola's escapes neither.
function showCode(code: string, context: BodyContext): string {
  const shown = code
    .replace(/\{\{([<%])\s*\/\*(.*?)\*\/\s*([>%])\}\}/g, '{{$1$2$3}}')
    .replace(/\{(\{|%)\/\*(.*?)\*\/(\}|%)\}/g, '{$1$2$3}')
  const safe = shown.startsWith('{{<') ? shown.replace(/<(?=\w)/, '\\<') : shown
  return hasLiquid(context) ? safe.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '') : safe
}

function nameTag({ syntax, name, args }: TagNode): string {
  const file = syntax === 'block' && name === 'include' ? ` ${/^\s*(\S+)/.exec(args)?.[1] ?? ''}` : ''
  if (syntax === 'hugo') return `{{< ${name} >}}`
  if (syntax === 'component') return `<${name}>`
  return syntax === 'value' ? `{{ ${name}() }}` : `{% ${name}${file} %}`
}

function endOf({ syntax, name, args, raw }: TagNode): string {
  if (syntax === 'hugo') return raw.startsWith('{{%') ? `{{% /${name} %}}` : `{{< /${name} >}}`
  if (syntax === 'component') return `</${name}>`
  return args.trimStart().startsWith('(') ? '{% end %}' : `{% end${name} %}`
}

function isLineEnd(after: Node | undefined): boolean {
  return after === undefined || (after.kind === 'text' && /^[ \t]*(\n|$)/.test(after.text))
}
