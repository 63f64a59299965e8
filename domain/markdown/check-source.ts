import { Refusal } from '@/lib/errors'
import { limits } from './limits'

const containerMark = />|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/g
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/
const fence = /^(?:`{3,}(?!.*`)|~{3,})/
const delimiterRow = /^[|:\- \t]*-[|:\- \t]*$/
const inlineMarks = /\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|~+|`+|[[\]<$]|!\[/gu

/**
 * Refuses texts whose shape would keep the parser busy for minutes, in one pass over their lines and before it runs.
 * It reads Markdown roughly: what slips through meets the limits on the tree or the deadline.
 */
export function checkSource(markdown: string) {
  if (markdown.length > limits.characters)
    refuse(`it is longer than ${limits.characters / 1_000_000} million characters`)
  const state = { fence: '', marks: 0, definitions: 0, indents: [0] }
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    if (line.length > limits.charactersInLine) refuse('it has a line of more than 200,000 characters')
    checkLine(line, state)
  }
}

type State = { fence: string; marks: number; definitions: number; indents: number[] }

function checkLine(line: string, state: State) {
  const lead = containers.exec(line)?.[0] ?? ''
  const rest = line.slice(lead.length)
  if (state.fence !== '') {
    if (rest.startsWith(state.fence) && rest.trimEnd().replaceAll(state.fence.charAt(0), '') === '')
      state.fence = ''
    return
  }
  checkNesting(lead, state)
  const opening = fence.exec(rest)?.[0]
  if (opening) {
    state.fence = opening
    return
  }
  if (rest === '') state.marks = 0
  checkTable(rest)
  if (/^\[[^\]]{1,999}\]:/.test(rest)) state.definitions += 1
  state.marks += rest.match(inlineMarks)?.length ?? 0
  if (state.definitions > limits.definitions) refuse('it has more than 5,000 link definitions')
  if (state.marks > limits.marksInBlock) refuse('one of its paragraphs has thousands of marks such as * or [')
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

function checkTable(rest: string) {
  if (!delimiterRow.test(rest)) return
  const columns = rest.match(/-[ \t:]*(?:\||$)/g)?.length ?? 0
  if (columns > limits.columns) refuse(`it has a table of more than ${limits.columns} columns`)
}

/** Ends rendering; `renderMarkdown` turns it into the problem of its answer. */
export function refuse(reason: string): never {
  throw new Refusal('too-large', `This text cannot be shown as a page, because ${reason}.`)
}
