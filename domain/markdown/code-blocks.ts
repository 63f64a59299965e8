import type { Element, Root } from 'hast'
import rehypeHighlight from 'rehype-highlight'
import { languages } from './languages'
import { plainText } from './plain-text'
import { classesOf, eachElement, isElement } from './tree'

// Colouring costs more than it helps in a listing longer than anybody reads.
const longestHighlighted = 60_000

const highlight = rehypeHighlight({ languages, aliases: { rust: ['rs'], bash: ['console', 'terminal'] } })

/** Classes for the colours of code; what the fence says after a comma (`rust,ignore`) is no language. */
export function highlightCode() {
  return highlight
}

export function nameLanguages() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      const code = node.tagName === 'pre' ? onlyCodeIn(node) : null
      if (!code || classesOf(code).includes('math-display')) return
      const language = languageOf(code)
      const colours = language !== null && plainText(node).length <= longestHighlighted
      if (colours) code.properties.className = [`language-${language}`]
      if (!colours) delete code.properties.className
      if (language) node.properties.dataLanguage = language
      node.properties.tabIndex = 0
    })
  }
}

function onlyCodeIn(pre: Element) {
  const code = pre.children.find((child) => isElement(child, 'code'))
  return isElement(code) ? code : null
}

function languageOf(code: Element) {
  const found = classesOf(code).find((name) => name.startsWith('language-'))
  return found ? (/^language-([\w+#.-]+)/.exec(found)?.[1]?.toLowerCase() ?? null) : null
}
