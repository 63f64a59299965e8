import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import { isBlank, isBlock, isElement } from './tree'

const phrasing =
  'p span b i em strong small s u q cite sub sup mark ins del abbr code kbd samp var bdi bdo label'.split(' ')

/** A details element opens with its one summary; whatever else bears that name is a paragraph. */
export function orderSummaries() {
  return (tree: Root) => {
    visit(tree, 'element', (node, _index, parent) => {
      if (node.tagName === 'details') openWithSummary(node)
      if (node.tagName === 'summary' && !(isElement(parent, 'details') && parent.children[0] === node))
        node.tagName = 'p'
    })
  }
}

function openWithSummary(details: Element) {
  const summary = details.children.find((child) => isElement(child, 'summary'))
  if (summary === undefined) return
  details.children.splice(details.children.indexOf(summary), 1)
  details.children.unshift(summary)
}

/** A link around nothing is announced and leads nowhere anybody sees; one that others lead to stays as their place. */
export function dropEmptyLinks() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'a' || !parent || index === undefined || !node.children.every(isBlank)) return
      if (node.properties.id) {
        delete node.properties.href
        return
      }
      parent.children.splice(index, 1, ...node.children)
      return index
    })
  }
}

/** Text elements around blocks, which authors write and sanitising can leave, become blocks; a summary holds text only. */
export function widenAroundBlocks() {
  return (tree: Root) => {
    visitParents(tree, 'element', (node, parents) => {
      const inSummary = parents.some((parent) => isElement(parent, 'summary'))
      if (inSummary && isElement(node, 'div', 'p', 'section')) node.tagName = 'span'
      if (isBlock(node)) parents.forEach(widen)
    })
  }
}

/** HTML's rules close a paragraph before each block and open an empty one behind it. */
export function dropEmptyParagraphs() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'p' || !parent || index === undefined || !node.children.every(isBlank)) return
      parent.children.splice(index, 1)
      return index
    })
  }
}

function widen(node: Root | Element) {
  if (!isElement(node, ...phrasing)) return
  node.tagName = 'div'
  node.properties = node.properties.id ? { id: node.properties.id } : {}
}
