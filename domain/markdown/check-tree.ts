import type { Root as HastRoot } from 'hast'
import type { Root as MdastRoot, Table } from 'mdast'
import { visit } from 'unist-util-visit'
import { refuse } from './check-source'
import { limits } from './limits'

const formatting = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi

/** Refuses what would grow beyond measure on its way to HTML: rows are filled up to the width of their table. */
export function checkMarkdownTree() {
  return (tree: MdastRoot) => {
    let cells = 0
    let added = 0
    let openTags = 0
    visit(tree, (node) => {
      if (node.type === 'table') {
        cells += countCells(node)
        added += (node.align?.length ?? 0) * node.children.length - countCells(node)
      }
      if (node.type === 'html') openTags += countOpen(node.value)
      if (cells > limits.cells) refuse(`its tables have more than ${limits.cells.toLocaleString('en')} cells`)
      if (added > limits.addedCells) refuse('its tables have thousands of rows shorter than they are wide')
      if (openTags > limits.openTags) refuse('it has too many HTML tags that are never closed')
    })
  }
}

/** Refuses a tree too big or too deep for what follows, which calls itself for each level. */
export function checkHtmlTree() {
  return (tree: HastRoot) => {
    let level: { children: unknown[] }[] = [tree]
    let nodes = 0
    for (let depth = 0; level.length > 0; depth += 1) {
      nodes += level.length
      if (depth > limits.depth) refuse(`its elements are nested more than ${limits.depth} deep`)
      if (nodes > limits.nodes) refuse(`it has more than ${limits.nodes.toLocaleString('en')} elements`)
      level = level.flatMap((node) => node.children).filter(hasChildren)
    }
  }
}

function countCells(table: Table) {
  return table.children.reduce((sum, row) => sum + row.children.length, 0)
}

function hasChildren(node: unknown): node is { children: unknown[] } {
  return typeof node === 'object' && node !== null && 'children' in node && Array.isArray(node.children)
}

function countOpen(html: string) {
  let open = 0
  for (const tag of html.matchAll(formatting)) open += tag[1] === '/' ? -1 : 1
  return open
}
