import type { Root } from 'hast'

/** Says of each outermost element in which line of the source it began, so that a preview can be scrolled in step with it. */
export function markLines() {
  return (tree: Root) => {
    for (const node of tree.children)
      if (node.type === 'element' && node.position) node.properties.dataLine = node.position.start.line
  }
}
