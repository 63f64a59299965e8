import type { Element, ElementContent } from 'hast'

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉'

/** A formula in one line as people type it: `E = mc²`, `(a + b)/2`, `√(x)`. For excerpts and search, which have no MathML. */
export function formulaText(math: Element): string {
  return write(math).replace(/\s+/g, ' ').trim()
}

function write(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/[\u2061-\u2064]/g, '')
  if (node.type !== 'element') return ''
  const parts = node.children.map(write)
  const [first = '', second = '', third = ''] = parts
  const inside = parts.join('')
  switch (node.tagName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`
    case 'msup':
    case 'mover':
      return first + raised(second)
    case 'msub':
    case 'munder':
      return first + lowered(second)
    case 'msubsup':
    case 'munderover':
      return first + lowered(second) + raised(third)
    case 'mroot':
      return `${raised(second)}√(${first})`
    case 'msqrt':
      return `√(${inside})`
    case 'mtr':
    case 'mtd':
    case 'mspace':
      return `${inside} `
    case 'mo':
      return /^[=<>≤≥≠≈+−±→⇒∈×·]$/.test(inside) ? ` ${inside} ` : inside
    default:
      return inside
  }
}

const raised = (part: string) => shifted(part, { signs: RAISED, mark: '^' })
const lowered = (part: string) => shifted(part, { signs: LOWERED, mark: '_' })

function grouped(part: string): string {
  return /^(?:\p{L}*|[\p{N}.]+)$/u.test(part.trim()) ? part.trim() : `(${part.trim()})`
}

function shifted(part: string, { signs, mark }: { signs: string; mark: string }): string {
  if (part === '') return ''
  if (/^\d+$/.test(part)) return part.replace(/\d/g, (digit) => signs[Number(digit)] ?? digit)
  return `${mark}${grouped(part)}`
}
