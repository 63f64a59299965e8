import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { element } from './tree'

/** `<!--more-->` would fall with the other comments; a marked span stands for it until the excerpt is taken. */
export function markMore() {
  return (tree: Root) => {
    visit(tree, 'comment', (node, index, parent) => {
      if (!parent || index === undefined || node.value.trim() !== 'more') return
      parent.children[index] = element('span', { dataMore: '' }, [])
    })
  }
}
