import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { eachElement, element, isBlock, isElement } from './tree'

/** A box without a label says nothing to a screen reader: the words behind it become its label. */
export function labelTasks() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      if (!isElement(node, 'li', 'p')) return
      const box = node.children.findIndex((child) => isElement(child, 'input'))
      if (box >= 0) labelFrom(node, box)
    })
    visit(tree, 'element', nameStrayBox)
  }
}

function labelFrom(node: Element, start: number) {
  const following = node.children.findIndex(
    (child, index) => index > start && (isBlock(child) || isElement(child, 'input')),
  )
  const end = following < 0 ? node.children.length : following
  const words: ElementContent[] = node.children.slice(start, end)
  node.children.splice(start, end - start, element('label', {}, words))
}

function nameStrayBox(node: Element, _index: number | undefined, parent: Root | Element | undefined) {
  if (node.tagName !== 'input' || isElement(parent, 'label')) return
  node.properties.ariaLabel = node.properties.checked ? 'Done' : 'To do'
}
