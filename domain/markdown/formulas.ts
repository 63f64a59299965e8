import type { Element, Root } from 'hast'
import rehypeKatex from 'rehype-katex'
import { SKIP, visit } from 'unist-util-visit'
import { plainText } from './plain-text'
import { classesOf, eachElement, element, isElement, text } from './tree'

/** MathML alone needs no style sheet; `trust` off refuses links and HTML in formulas, `maxExpand` ends endless macros. */
export function renderFormulas() {
  return rehypeKatex({ output: 'mathml', trust: false, strict: 'ignore', maxExpand: 500, maxSize: 20 })
}

/** Keeps of KaTeX's answer what a strict policy lets pass; the source moves from an annotation to `alttext`. */
export function tidyFormulas() {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined) return
      const classes = classesOf(node)
      if (classes.includes('katex-error')) {
        parent.children[index] = element('code', { className: ['math-error'] }, [text(plainText(node))])
        return SKIP
      }
      const math = classes.includes('katex') ? node.children[0] : undefined
      if (!isElement(math, 'math')) return
      tidy(math)
      parent.children[index] = math
      return SKIP
    })
  }
}

function tidy(math: Element) {
  const semantics = math.children[0]
  if (isElement(semantics, 'semantics')) {
    const [formula, annotation] = semantics.children
    if (annotation) math.properties.alttext = plainText(annotation)
    math.children = formula ? [formula] : []
  }
  eachElement(math, (node) => {
    delete node.properties.style
    delete node.properties.className
  })
}
