import type { ElementContent, Root, RootContent } from 'hast'
import { attribute, isBlock, text } from './tree'

const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

// Nobody sees a word joiner, and no block of Markdown begins with one.
const JOINER = '\u2060'

/** One paragraph, whatever it begins with: `3. March was wrong` is a sentence and no list. */
export function asParagraph(line: string) {
  return JOINER + line
}

/** Leaves words and links: blocks give up their content, pictures their words. */
export function keepInline() {
  return (tree: Root) => {
    tree.children = flatten(tree.children)
  }
}

function flatten(nodes: RootContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [text(node.value.replace(JOINER, ''))]
    if (node.type !== 'element') return []
    if (node.tagName === 'img') return [text(attribute(node, 'alt') ?? '')]
    const children = flatten(node.children)
    if (inline.has(node.tagName)) return [{ ...node, children }]
    return isBlock(node) ? [text(' '), ...children, text(' ')] : children
  })
}
