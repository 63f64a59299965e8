import type { Element, ElementContent, Nodes, Properties, Root, RootContent, Text } from 'hast'

export function isElement(node: Nodes | undefined, ...tagNames: string[]): node is Element {
  return node?.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName))
}

/** Calls for each element, parents first. A quarter of all rendering went into the general visitor's bookkeeping. */
export function eachElement(node: Root | Element, call: (element: Element) => void) {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    call(child)
    eachElement(child, call)
  }
}

export function isBlank(node: RootContent) {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}

export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

export function text(value: string): Text {
  return { type: 'text', value }
}

/** The attribute as text; null when it is absent or no text. */
export function attribute(node: Element, name: string) {
  const value = node.properties[name]
  return typeof value === 'string' ? value : null
}

export function classesOf(node: Element) {
  const classes = node.properties.className
  return Array.isArray(classes) ? classes.map(String) : []
}

/** Makes one element another in place, which keeps its position among its siblings. */
export function become(node: Element, other: Element) {
  node.tagName = other.tagName
  node.properties = other.properties
  node.children = other.children
}

const blocks = new Set(
  (
    'address article aside blockquote details div dl dt dd fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table caption tbody thead tfoot tr td th ul'
  ).split(' '),
)

export function isBlock(node: Nodes) {
  return node.type === 'element' && blocks.has(node.tagName)
}
