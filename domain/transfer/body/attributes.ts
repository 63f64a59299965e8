import type { BodyContext } from './body-context'
import { calloutKind } from './box-tags'
import { changeProse, listLines } from './lines'

// `![A](a.png =300x200)`, as HackMD and others give a size: no parser of Markdown reads a picture there.
const size = /(!\[[^[\]\n]{0,500}\]\([^\s()<>]{1,1000}) {1,4}=\d{0,5}%?x\d{0,5}%?\)/g

/**
 * Attributes of kramdown (`{: .note #top width="3"}`) and of Pandoc, Hugo and Zola (`{.wide}`): a box stays a box, the id of a
 * heading its id, and what is for the looks only goes.
 */
export function convertAttributes(whole: string, context: BodyContext): string {
  const body = changeProse(whole, size, ([, picture = ''], at) => {
    context.notes.repaired('the size of a picture was left out', at)
    return `${picture})`
  })
  if (!/\{:|\{[.#]\w|\{(?:width|height|target|style|class|loading)\s*=/.test(body)) return body
  const kept: string[] = []
  for (const { text, code, at } of listLines(body)) {
    const alone = code ? null : /^[ \t>]*\{:{1,2}\s*([^{}]*?)\s*\/?\}\s*$/.exec(text)
    if (alone !== null) applyToBlock(kept, alone[1] ?? '', { context, at })
    else kept.push(code ? text : inline(text, { context, at }))
  }
  return kept.join('\n')
}

type Place = { context: BodyContext; at: number }

function applyToBlock(kept: string[], attributes: string, { context, at }: Place) {
  const last = kept.findLastIndex((line) => line.trim() !== '')
  const above = kept[last] ?? ''
  const id = /#([\w:.-]+)/.exec(attributes)?.[1]
  const box = /\.(?:prompt-|notice--|notice-|alert-|callout-)?([\w-]+)/g
  const kind = [...attributes.matchAll(box)]
    .map((found) => calloutKind(found[1] ?? ''))
    .find((found) => found !== null)
  const isBox = /\.(prompt-|notice|alert|note|info|warning|tip|danger|important|callout)/.test(attributes)
  if (id !== undefined && /^#{1,6} /.test(above) && !/\{#/.test(above)) kept[last] = `${above} {#${id}}`
  else if (isBox && /^\{::/.test(attributes) === false && last >= 0) boxParagraph(kept, last, kind ?? 'NOTE')
  context.notes.repaired(isBox ? `{: } became a callout` : `{: } was for the looks and was left out`, at)
}

/** The paragraph or quotation that ends in line `last` becomes a callout. */
function boxParagraph(kept: string[], last: number, kind: string) {
  if (/^\s*(#{1,6} |[-*+] |\d+\. |\||```)/.test(kept[last] ?? '')) return
  let first = last
  while (first > 0 && (kept[first - 1] ?? '').trim() !== '') first -= 1
  const lines = kept.slice(first, last + 1).map((line) => (line.startsWith('>') ? line : `> ${line}`))
  kept.splice(first, last + 1 - first, `> [!${kind}]`, ...lines)
}

// Behind a picture, link, emphasis or code, or at the end of a heading; braces elsewhere are text.
const behind = /(?<=[)\]*_`"])\{:?\s*((?:[.#:]?[\w-]+(?:=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"']+))?\s*)+)\}/g

function inline(text: string, { context, at }: Place): string {
  if (!text.includes('{')) return text
  const heading = /^(#{1,6} .*?)\s*\{:?\s*([.#][^{}]*|[^{}]*[.#][\w-]+[^{}]*)\}\s*$/.exec(text)
  const id = /#([\w:.-]+)/.exec(heading?.[2] ?? '')?.[1]
  const plain = heading === null ? text : `${heading[1]}${id === undefined ? '' : ` {#${id}}`}`
  const stripped = plain.replace(behind, (raw, inner: string) => (isAttributes(raw, inner) ? '' : raw))
  if (stripped !== plain) context.notes.repaired('{: } was for the looks and was left out', at)
  return stripped
}

function isAttributes(raw: string, inner: string): boolean {
  return raw.startsWith('{:') || /^[.#]\w/.test(inner) || /\w\s*=/.test(inner)
}
