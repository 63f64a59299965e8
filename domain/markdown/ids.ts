import type { Element, Root } from 'hast'
import { decodePercent } from './addresses'
import { sanitising } from './sanitising'
import { attribute, eachElement } from './tree'

const prefix = sanitising.clobberPrefix ?? ''

/** Takes the sanitiser's prefix off the ids of footnotes, which are ours, and drops ids that occur twice. */
export function restoreOwnIds() {
  return (tree: Root) => {
    const seen = new Set<string>()
    eachElement(tree, (node) => {
      const id = attribute(node, 'id')
      if (id === null) return
      const own = ownId(id)
      if (own === '' || seen.has(own)) {
        delete node.properties.id
        return
      }
      seen.add(own)
      node.properties.id = own
    })
    eachElement(tree, (node) => describeByOwn(node, seen))
  }
}

/** Points `#name` at the author's own anchor, whose id was prefixed, unless a heading bears the name. Runs last. */
export function followPrefixedIds() {
  return (tree: Root) => {
    const ids = new Set<string>()
    eachElement(tree, (node) => void ids.add(attribute(node, 'id') ?? ''))
    eachElement(tree, (node) => {
      const href = attribute(node, 'href')
      if (!href?.startsWith('#')) return
      const name = decodePercent(href.slice(1))
      if (!ids.has(name) && ids.has(prefix + name)) node.properties.href = `#${encodeURI(prefix + name)}`
    })
  }
}

// Blanks are not allowed in an id; a fragment finds it only when it stands there undecoded and complete.
function ownId(id: string) {
  const name = id.slice(prefix.length).replace(/\s+/g, '-')
  if (name === '') return ''
  return /^(fn|fnref)-|^footnote-label$/.test(name) ? name : prefix + name
}

function describeByOwn(node: Element, ids: Set<string>) {
  const described = node.properties.ariaDescribedBy
  if (!Array.isArray(described)) return
  const own = described.map((id) => ownId(String(id))).filter((id) => ids.has(id))
  node.properties.ariaDescribedBy = own
}
