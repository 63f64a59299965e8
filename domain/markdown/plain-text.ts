import type { Nodes } from 'hast'
import { formulaText } from './formula-text'
import { classesOf, isBlock, isElement } from './tree'

/** The words of a tree, a line per block, without what is only there to be clicked: anchors and footnote marks. */
export function plainText(node: Nodes): string {
  const parts: string[] = []
  collect(node, parts, false)
  return parts
    .join('')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
}

function collect(node: Nodes, parts: string[], verbatim: boolean) {
  if (node.type === 'text') parts.push(verbatim ? node.value : node.value.replace(/\s+/g, ' '))
  if (node.type !== 'element' && node.type !== 'root') return
  if (isForEyesOnly(node)) return
  if (isElement(node, 'math')) return void parts.push(formulaText(node))
  const ends = isBlock(node) || isElement(node, 'br')
  if (ends) parts.push('\n')
  const within = verbatim || isElement(node, 'pre')
  for (const child of node.children) collect(child, parts, within)
  if (isElement(node, 'td', 'th')) parts.push(' ')
  if (ends) parts.push('\n')
}

function isForEyesOnly(node: Nodes) {
  if (!isElement(node)) return false
  const { dataFootnoteRef, dataFootnoteBackref } = node.properties
  const isMark = dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined
  return isMark || classesOf(node).includes('anchor') || node.properties.id === 'footnote-label'
}
