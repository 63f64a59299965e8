import type { Element, Root } from 'hast'
import { attribute, eachElement } from './tree'

const successors: Record<string, string> = {
  acronym: 'abbr',
  center: 'div',
  strike: 's',
  tt: 'code',
}

/** Old HTML in today's words, and addresses as browsers read them: `HTTPS:` and ` https:` are https. */
export function modernise() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      if (node.tagName === 'center') node.properties.align = 'center'
      node.tagName = successors[node.tagName] ?? node.tagName
      nameById(node)
      for (const name of ['href', 'src', 'poster', 'cite']) tidyAddress(node, name)
    })
  }
}

function nameById(node: Element) {
  const name = attribute(node, 'name')
  if (node.tagName === 'a' && name && !node.properties.id) node.properties.id = name
}

function tidyAddress(node: Element, name: string) {
  const url = attribute(node, name)?.trim()
  if (url === undefined) return
  node.properties[name] = url.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase())
}
