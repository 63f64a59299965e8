import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { plainText } from './plain-text'
import { attribute, classesOf, eachElement, element, isElement } from './tree'

/** Wide tables scroll in a frame of their own, which the keyboard reaches and a screen reader names. */
export function frameTables() {
  return (tree: Root) => {
    let count = 0
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return
      eachElement(node, scopeHeaders)
      count += 1
      const label = captionOf(node) ?? (count === 1 ? 'Table' : `Table ${count}`)
      parent.children[index] = frame(node, label)
      return [SKIP, index + 1]
    })
  }
}

/** A strict policy blocks `style`, and `align` is obsolete: classes say it. */
export function alignByClasses() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      const align = attribute(node, 'align')
      if (align) node.properties.className = [...classesOf(node), `align-${align}`]
      delete node.properties.align
    })
  }
}

function scopeHeaders(row: Element) {
  if (row.tagName !== 'tr') return
  const scope = row.children.some((cell) => isElement(cell, 'td')) ? 'row' : 'col'
  for (const cell of row.children) if (isElement(cell, 'th')) cell.properties.scope ??= scope
}

function frame(table: ElementContent, label: string) {
  return element('section', { className: ['table'], tabIndex: 0, ariaLabel: label }, [table])
}

function captionOf(table: Element) {
  const caption = table.children.find((child) => isElement(child, 'caption'))
  return caption ? plainText(caption) || null : null
}
