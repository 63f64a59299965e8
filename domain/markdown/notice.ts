import type { Element, Root, Text } from 'hast'
import type { Noticed } from './rendered'
import { sanitising } from './sanitising'
import { attribute, eachElement, isElement } from './tree'

/** What is kept of one text, so that a list of ten thousand links stays a row of the database. */
const MOST = 2_000
const LONGEST = 500

const dropped = new Set([...(sanitising.strip ?? []), 'form', 'button'])
const players = ['audio', 'video', 'source', 'track']
// Letters between brackets and an address beside them, where Markdown found no link: `[text](two words)`, `[text][nothing]`.
const likeLink = /\[[^\]\n]*\p{L}{2}[^\]\n]*\](?:\([^)\n]*\)?|\[[^\]\n]*\])/gu

export function noticeNothing(): Noticed {
  return { links: [], pictures: [], media: [], dropped: [], unmade: [], ids: [] }
}

/** Notes what the author wrote and where, before anything is made safe or beautiful. */
export function noticeSource(noticed: Noticed) {
  return (tree: Root) => {
    eachElement(tree, (node) => noticeElement(noticed, node))
    noticeWords(noticed, tree)
  }
}

/** Notes the fragments that a finished text has. */
export function noticeIds(noticed: Noticed) {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      const id = attribute(node, 'id')
      if (id !== null) add(noticed.ids, id)
    })
  }
}

function noticeElement(noticed: Noticed, node: Element) {
  const line = lineOf(node)
  if (dropped.has(node.tagName)) add(noticed.dropped, { name: node.tagName, line })
  const href = attribute(node, 'href')
  const isOurs =
    node.properties.dataFootnoteRef !== undefined || node.properties.dataFootnoteBackref !== undefined
  if (node.tagName === 'a' && href !== null && !isOurs)
    add(noticed.links, { href: cut(href), text: cut(wordsOf(node).trim()), line })
  const src = attribute(node, 'src')
  if (node.tagName === 'img')
    add(noticed.pictures, { src: cut(src ?? ''), alt: cut(attribute(node, 'alt') ?? ''), line })
  if (isElement(node, ...players) && src !== null) add(noticed.media, { src: cut(src), line })
}

/** Not in code, where brackets are brackets, nor in a link. */
function noticeWords(noticed: Noticed, parent: Root | Element) {
  for (const child of parent.children) {
    if (child.type === 'text') noticeUnmade(noticed, child)
    if (child.type === 'element' && !isElement(child, 'code', 'pre', 'a')) noticeWords(noticed, child)
  }
}

function noticeUnmade(noticed: Noticed, { value, position }: Text) {
  for (const found of value.matchAll(likeLink)) {
    const lines = value.slice(0, found.index).split('\n').length - 1
    add(noticed.unmade, { text: cut(found[0]), line: (position?.start.line ?? 1) + lines })
  }
}

function wordsOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element') return ''
      return child.tagName === 'img' ? (attribute(child, 'alt') ?? '') : wordsOf(child)
    })
    .join('')
}

function lineOf({ position }: Element) {
  return position?.start.line ?? 1
}

function add<Item>(list: Item[], item: Item) {
  if (list.length < MOST) list.push(item)
}

function cut(text: string) {
  return text.slice(0, LONGEST).toWellFormed()
}
