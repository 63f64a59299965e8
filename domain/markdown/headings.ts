import type { Element, Root } from 'hast'
import GithubSlugger from 'github-slugger'
import { visitParents, SKIP } from 'unist-util-visit-parents'
import { attribute, element, isElement, text } from './tree'
import { plainText } from './plain-text'
import type { Heading } from './rendered'

/**
 * Gives headings their fragments and links, leaves h1 to the title of the page and no gap between the levels, and notes the
 * table of contents.
 */
export function linkHeadings(toc: Heading[]) {
  return (tree: Root) => {
    const fragments = createFragments(tree)
    const levelOf = createLevels()
    visitParents(tree, 'element', (node, parents) => {
      if (!/^h[1-6]$/.test(node.tagName)) return
      if (node.properties.id === 'footnote-label') return
      const named = takeName(node)
      const label = plainText(node).replaceAll('\n', ' ')
      if (label === '') return becomeParagraph(node)
      node.properties.id = attribute(node, 'id') ?? fragments(named ?? label)
      const depth = levelOf(Math.max(2, Number(node.tagName.slice(1))))
      node.tagName = `h${depth}`
      if (depth === 2 || depth === 3 || depth === 4) toc.push({ id: node.properties.id, text: label, depth })
      if (!parents.some((parent) => isElement(parent, 'a', 'summary')))
        node.children.push(anchor(node.properties.id))
      return SKIP
    })
  }
}

function anchor(id: string) {
  const properties = {
    className: ['anchor'],
    href: `#${encodeURIComponent(id)}`,
    ariaLabel: 'Link to this section',
  }
  return element('a', properties, [text('#')])
}

/** `## Title {#name}`, as Hugo and Zola write it: returns the name and takes it out of the title. */
function takeName(node: Element) {
  const last = node.children.at(-1)
  if (last?.type !== 'text') return null
  const found = /\s*\{#([\w:.-]+)\}\s*$/.exec(last.value)
  if (!found) return null
  last.value = last.value.slice(0, found.index)
  return found[1] ?? null
}

/**
 * The level of a heading that was written as `written`: one below the section it stands in. Many write `###` right below the
 * title for its size; who moves by headings would look for what was left out (https://www.w3.org/WAI/tutorials/page-structure/headings/).
 */
function createLevels() {
  const open: { written: number; level: number }[] = []
  return (written: number) => {
    while ((open.at(-1)?.written ?? 0) >= written) open.pop()
    const level = (open.at(-1)?.level ?? 1) + 1
    open.push({ written, level })
    return level
  }
}

// An empty heading is announced as one; with a picture in it, it is a paragraph.
function becomeParagraph(node: Element) {
  node.tagName = 'p'
}

function createFragments(tree: Root) {
  const taken = new Set<string>()
  visitParents(tree, 'element', (node) => void taken.add(attribute(node, 'id') ?? ''))
  const slugger = new GithubSlugger()
  return (label: string) => {
    const base = slugger.slug(label) || slugger.slug('section')
    let fragment = base
    while (taken.has(fragment)) fragment = slugger.slug(base)
    taken.add(fragment)
    return fragment
  }
}
