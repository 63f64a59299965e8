import { Refusal } from '@/lib/errors'
import { limits } from './limits'

const containerMark = />|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/g
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/
const fence = /^(?:`{3,}(?!.*`)|~{3,})/
const delimiterRow = /^[|:\- \t]*-[|:\- \t]*$/
const definition = /^\[[^\]]{1,999}\]:/
const emphasis = /\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|~+/gu
const brackets = /[[\]$]|`+/g

type State = {
  fence: string
  emphasis: number
  brackets: number
  definitions: number
  inTable: boolean
  indents: number[]
}

/**
 * Refuses texts whose shape would keep the parser busy for minutes, in one pass over their lines and before it runs.
 * It reads Markdown roughly: what slips through meets the limits on the tree or the deadline.
 */
export function checkSource(markdown: string) {
  if (markdown.length > limits.characters) refuse('it is longer than 2 million characters')
  const state: State = { fence: '', emphasis: 0, brackets: 0, definitions: 0, inTable: false, indents: [0] }
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    if (line.length > limits.charactersInLine) refuse('it has a line of more than 200,000 characters')
    const lead = containers.exec(line)?.[0] ?? ''
    if (isCode(line.slice(lead.length), state)) continue
    checkNesting(lead, state)
    checkText(line.slice(lead.length), lead, state)
  }
}

function isCode(rest: string, state: State) {
  if (state.fence === '') {
    state.fence = fence.exec(rest)?.[0] ?? ''
    return state.fence !== ''
  }
  const closes = rest.startsWith(state.fence) && rest.trimEnd().replaceAll(state.fence.charAt(0), '') === ''
  if (closes) state.fence = ''
  return true
}

function checkText(rest: string, lead: string, state: State) {
  if (delimiterRow.test(rest)) checkDelimiterRow(rest, state)
  if (rest === '') state.inTable = false
  // A new item, row or heading is parsed by itself, so its marks are counted by themselves.
  if (rest === '' || state.inTable || rest.startsWith('#') || /[-+*.)]/.test(lead)) {
    state.emphasis = 0
    state.brackets = 0
  }
  if (definition.test(rest)) {
    state.definitions += 1
    if (state.definitions > limits.definitions) refuse('it has more than 5,000 link definitions')
    return
  }
  state.emphasis += rest.match(emphasis)?.length ?? 0
  state.brackets += rest.match(brackets)?.length ?? 0
  const dense = state.emphasis > limits.emphasisInParagraph || state.brackets > limits.bracketsInParagraph
  if (dense) refuse('one of its paragraphs has thousands of marks such as * or [')
}

function checkDelimiterRow(rest: string, state: State) {
  const columns = rest.match(/-[ \t:]*(?:\||$)/g)?.length ?? 0
  if (columns > limits.columns) refuse(`it has a table of more than ${limits.columns} columns`)
  if (rest.includes('|')) state.inTable = true
}

// Counts the list marks by their growing indentation, and the marks that stand in one line.
function checkNesting(lead: string, state: State) {
  const marks = lead.match(containerMark)?.length ?? 0
  if (marks === 0) return
  const indent = lead.search(/\S/)
  while (state.indents.length > 1 && (state.indents.at(-1) ?? 0) >= indent) state.indents.pop()
  state.indents.push(indent)
  if (marks > limits.containers || state.indents.length > limits.containers) {
    refuse(`its quotes or lists are nested more than ${limits.containers} deep`)
  }
}

/** Ends rendering; `renderMarkdown` turns it into the problem of its answer. */
export function refuse(reason: string): never {
  throw new Refusal('too-large', `This text cannot be shown as a page, because ${reason}.`)
}
