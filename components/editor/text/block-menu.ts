import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete'
import { syntaxTree } from '@codemirror/language'
import type { EditorView } from '@codemirror/view'

/** What a completion is handed when it is chosen: view, completion, from, to. */
export type Applied = Parameters<Exclude<Completion['apply'], string | undefined>>

/** `¦` marks where the cursor goes. */
const blocks: { label: string; detail: string; text: string }[] = [
  { label: 'Heading', detail: '##', text: '## ¦' },
  { label: 'Smaller heading', detail: '###', text: '### ¦' },
  { label: 'List', detail: '-', text: '- ¦' },
  { label: 'Numbered list', detail: '1.', text: '1. ¦' },
  { label: 'Task list', detail: '- [ ]', text: '- [ ] ¦' },
  { label: 'Quote', detail: '>', text: '> ¦' },
  { label: 'Callout: note', detail: '[!NOTE]', text: '> [!NOTE]\n> ¦' },
  { label: 'Callout: tip', detail: '[!TIP]', text: '> [!TIP]\n> ¦' },
  { label: 'Callout: warning', detail: '[!WARNING]', text: '> [!WARNING]\n> ¦' },
  { label: 'Code', detail: '```', text: '```¦\n\n```' },
  { label: 'Math', detail: '$$', text: '$$\n¦\n$$' },
  { label: 'Divider', detail: '---', text: '---\n\n¦' },
  { label: 'More below', detail: '<!--more-->', text: '<!--more-->\n\n¦' },
]

const TABLE = '| Column | Column |\n| --- | --- |\n| | |\n'

/** How a file comes into the text: from this device, or from those that are there already. */
export type FilePickers = { upload: () => void; browse: () => void }

/** What `/` offers at the beginning of a line or after a blank. */
export function blockSource(pickers: FilePickers) {
  const options: Completion[] = [
    ...blocks.map(({ label, detail, text }) => ({ label, detail, apply: placing(text) })),
    { label: 'Table', detail: '| |', apply: insertTable },
    { label: 'Footnote', detail: '[^1]', apply: insertFootnote },
    { label: 'Link to another post', detail: '[[', apply: askForPost },
    { label: 'Picture or sound', detail: 'upload', apply: picking(pickers.upload) },
    { label: 'Picture or sound that is there', detail: 'library', apply: picking(pickers.browse) },
  ] // prettier-ignore
  return (context: CompletionContext): CompletionResult | null => {
    const typed = context.matchBefore(/(?<![^\s])\/[\p{L} ]{0,24}$/u)
    if (typed === null || isInCode(context)) return null
    return {
      from: typed.from,
      options: options.map((it, at) => ({
        ...it,
        label: `/${it.label}`,
        displayLabel: it.label,
        boost: -at,
      })),
      validFor: /^\/[\p{L} ]*$/u,
    }
  }
}

/** The lowest number that no footnote has yet. */
export function freeFootnote(text: string): number {
  const taken = new Set(Array.from(text.matchAll(/\[\^(\d+)\]/g), ([, number]) => Number(number)))
  let number = 1
  while (taken.has(number)) number += 1
  return number
}

export function isInCode({ state, pos }: Pick<CompletionContext, 'state' | 'pos'>): boolean {
  for (let node = syntaxTree(state).resolveInner(pos, -1); ;) {
    if (/Code/.test(node.name)) return true
    if (node.parent === null) return false
    node = node.parent
  }
}

function placing(text: string) {
  const mark = text.indexOf('¦')
  const insert = text.slice(0, mark) + text.slice(mark + 1)
  return (...[view, , from, to]: Applied) => place(view, { from, to, insert, select: [mark, mark] })
}

function picking(pick: () => void) {
  return (...[view, , from, to]: Applied) => {
    view.dispatch({ changes: { from, to }, userEvent: 'input.complete' })
    pick()
  }
}

function insertTable(...[view, , from, to]: Applied) {
  place(view, { from, to, insert: TABLE, select: [2, 2 + 'Column'.length] })
}

type Placed = { from: number; to: number; insert: string; select: [number, number] }

/** A block begins after a blank line: right under a paragraph or a list it would be a part of that. */
function place(view: EditorView, { from, to, insert, select }: Placed) {
  const { doc } = view.state
  const line = doc.lineAt(from)
  const isInside = line.text.slice(0, from - line.from).trim() !== ''
  const isUnder = line.number > 1 && doc.line(line.number - 1).text.trim() !== ''
  const lead = '\n'.repeat(Number(isInside) + Number(isInside || isUnder))
  const start = from + lead.length
  view.dispatch({
    changes: { from, to, insert: lead + insert },
    selection: { anchor: start + select[0], head: start + select[1] },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}

/** The mark here, the note at the end of the text, where the cursor goes. */
function insertFootnote(...[view, , from, to]: Applied) {
  const { doc } = view.state
  const mark = `[^${freeFootnote(doc.toString())}]`
  const note = `${doc.sliceString(doc.length - 1) === '\n' ? '\n' : '\n\n'}${mark}: `
  view.dispatch({
    changes: [
      { from, to, insert: mark },
      { from: doc.length, insert: note },
    ],
    selection: { anchor: doc.length - (to - from) + mark.length + note.length },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
}

function askForPost(...[view, , from, to]: Applied) {
  view.dispatch({
    changes: { from, to, insert: '[[' },
    selection: { anchor: from + 2 },
    userEvent: 'input.complete',
  })
  startCompletion(view)
}
