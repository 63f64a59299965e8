import { type DefaultTreeAdapterTypes, html } from 'parse5'
import { decodePercent } from './addresses'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode

/** Whether an element is of no use outside the page: its buttons and the links of its headings. */
export function isForPagesOnly(node: Node): boolean {
  if (!('attrs' in node)) return false
  const classes = attributeOf(node, 'class')?.split(/\s+/) ?? []
  return node.tagName === 'button' || (node.tagName === 'a' && classes.includes('anchor'))
}

/** What feed readers strip or show broken becomes what says the same in every one of them. */
export function adaptForFeeds(element: Element): void {
  if (element.tagName === 'input') showAsSign(element)
  else if (element.tagName === 'math') showAsSource(element)
  else if (element.tagName === 'audio' || element.tagName === 'video') showAsLink(element)
  // The label of a box that is a sign now.
  else if (element.tagName === 'label') become(element, { tagName: 'span' })
  else if (element.tagName === 'bdo') become(element, { tagName: 'bdi', attrs: element.attrs })
}

/** Feed readers take the boxes of a task list for a form: a sign says the same. */
function showAsSign(input: Element) {
  become(input, { tagName: 'span', text: attributeOf(input, 'checked') === null ? '☐' : '☑' })
}

/** Most feed readers strip MathML and leave its letters in a heap: what the author wrote can be read. */
function showAsSource(math: Element) {
  const source = attributeOf(math, 'alttext')
  if (source !== null) become(math, { tagName: 'code', text: source })
}

/** Feed readers strip the controls of a player: a link plays everywhere. */
function showAsLink(player: Element) {
  const source = attributeOf(player, 'src') ?? sourceIn(player)
  if (source === null || isWithinLink(player)) return become(player, { tagName: 'span', text: '' })
  const name = decodePercent(source.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '') || source
  const poster = attributeOf(player, 'poster')
  become(player, {
    tagName: 'a',
    attrs: [{ name: 'href', value: source }],
    text: poster === null ? name : '',
  })
  if (poster !== null) player.childNodes.push(imageIn(player, { src: poster, alt: name }))
}

type Change = { tagName: string; attrs?: Element['attrs']; text?: string }

function become(element: Element, { tagName, attrs = [], text }: Change) {
  element.tagName = tagName
  element.nodeName = tagName
  element.namespaceURI = html.NS.HTML
  element.attrs = attrs
  if (text === undefined) return
  element.childNodes = text === '' ? [] : [{ nodeName: '#text', value: text, parentNode: element }]
}

function imageIn(parentNode: Element, { src, alt }: { src: string; alt: string }): Element {
  return {
    nodeName: 'img',
    tagName: 'img',
    namespaceURI: html.NS.HTML,
    attrs: Object.entries({ src, alt }).map(([name, value]) => ({ name, value })),
    childNodes: [],
    parentNode,
  }
}

function sourceIn(player: Element): string | null {
  for (const child of player.childNodes)
    if ('attrs' in child && child.tagName === 'source') return attributeOf(child, 'src')
  return null
}

function isWithinLink(element: Element): boolean {
  for (let parent = element.parentNode; parent !== null; parent = parent.parentNode) {
    if (!('attrs' in parent)) return false
    if (parent.tagName === 'a') return true
  }
  return false
}

function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}
