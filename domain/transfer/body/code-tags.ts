import { entries, given, type Converted, type Converter, type ReadTag } from './converter'
import { dedent, fenced, inlineCode, labelText, trimBlankLines } from './markdown-pieces'

export const codeConverters: [string, Converter][] = [
  ...entries('highlight code codeblock codeb snippet prism hl', convertCode),
  ...entries('mermaid plantuml graphviz goat chart echarts', (tag) => diagram(tag)),
  ...entries('math katex latex tex mathjax mathjaxblock', convertFormula),
  ...entries('raw verbatim rawhtml unsafe html nomarkdown noescape', convertRaw),
  ...entries('comment comments hidden todo-comment', (tag) =>
    tag.inner === null ? null : { text: '', block: false, what: 'was a comment and was left out' },
  ),
]

const options =
  /^(linenos.*|hl_lines.*|linenums.*|line_number|wrap|mark|first_line|true|false|table|inline|\d+([-,]\d+)*|options|nowrap)$/i

const rawMarks = /\{%-?\s*(?:end)?raw\s*-?%\}/g

function convertCode(tag: ReadTag): Converted | null {
  // Liquid also runs in its own code blocks, so nobody was meant to see its `raw` marks.
  const inner = (tag.inner ?? given(tag, 'code content')).replace(rawMarks, '')
  const words = tag.given.positional.filter((word) => !options.test(word))
  if (tag.inner === null && words.length > 1 && given(tag, 'code') === '') return inlineOf(words)
  if (inner === '') return null
  const first = words[0] ?? ''
  const named = given(tag, 'lang language type syntax')
  const isHexo = tag.folded === 'codeblock'
  const language = named || (isHexo || !/^[\w+#.-]+$/.test(first) ? '' : first)
  const title = given(tag, 'title caption filename') || (isHexo ? words.join(' ') : words.slice(1).join(' '))
  const heading = title === '' || /^https?:/.test(title) ? '' : `*${labelText(title)}*\n\n`
  return {
    text: `${heading}${fenced(dedent(inner), language.toLowerCase())}`,
    block: true,
    what: 'became a code block',
  }
}

/** `{{< highlight go "inline" >}}` aside, a code tag without an end holds one short piece. */
function inlineOf(words: string[]): Converted {
  return { text: inlineCode(words.slice(1).join(' ')), block: false, what: 'became code' }
}

function diagram(tag: ReadTag): Converted | null {
  if (tag.inner === null) return null
  return { text: fenced(dedent(tag.inner), tag.folded), block: true, what: 'became a code block' }
}

function convertFormula(tag: ReadTag): Converted | null {
  if (tag.inner === null)
    return tag.given.positional.length === 0
      ? { text: '', block: false, what: 'was a switch and was left out' }
      : null
  const formula = trimBlankLines(tag.inner)
    .trim()
    .replace(/^(\$\$?|\\[([])|(\$\$?|\\[)\]])$/g, '')
    .trim()
  if (!tag.inner.includes('\n')) return { text: `$$${formula}$$`, block: false, what: 'became a formula' }
  return { text: `$$\n${formula}\n$$`, block: true, what: 'became a formula' }
}

/** What stands between was never read as tags: it is the text itself. */
function convertRaw(tag: ReadTag): Converted | null {
  return tag.inner === null ? null : { text: tag.inner, block: false, what: null }
}
