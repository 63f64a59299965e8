import type { Element, Root, Text } from 'hast'
import { eachElement, element, isBlank, isElement, text } from './tree'

const titles: Record<string, string> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
}

/** `> [!NOTE]`, as GitHub writes it; words behind the mark replace the title. */
export function markCallouts() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      if (node.tagName === 'blockquote') markCallout(node)
    })
  }
}

function markCallout(quote: Element) {
  const paragraph = quote.children.find((child) => !isBlank(child))
  if (!isElement(paragraph, 'p')) return
  const first = paragraph.children[0]
  const mark = first?.type === 'text' ? readMark(first) : null
  if (!mark) return
  const title = element('p', { className: ['callout-title'] }, [text(mark.title)])
  if (paragraph.children.every(isBlank)) quote.children.splice(quote.children.indexOf(paragraph), 1)
  quote.tagName = 'aside'
  quote.properties = { className: ['callout', `callout-${mark.kind}`], role: 'note' }
  quote.children.unshift(text('\n'), title)
}

function readMark(first: Text) {
  const found = /^\s*\[!([a-z]+)\][ \t]*([^\n]*)(\n|$)/i.exec(first.value)
  const kind = found?.[1]?.toLowerCase() ?? ''
  const usual = Object.hasOwn(titles, kind) ? titles[kind] : undefined
  if (!found || !usual) return null
  first.value = first.value.slice(found[0].length)
  return { kind, title: found[2]?.trim() || usual }
}
