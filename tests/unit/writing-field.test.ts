import { EditorState, type StateCommand } from '@codemirror/state'
import { expect, test } from 'vitest'
import { apart, markdownOfMedia } from '@/components/editor/text/insert-media'
import { freeFootnote } from '@/components/editor/text/block-menu'
import { changesBetween } from '@/components/editor/text/changes-between'
import { countWords } from '@/components/editor/text/count-words'
import {
  insertLink,
  nextHeading,
  toggleBullets,
  toggleMark,
  toggleNumbers,
} from '@/components/editor/text/formatting'

/** The text after a command, with what is selected between brackets like these: ⟨ ⟩. */
function after(command: StateCommand, text: string): string {
  const [anchor, head] = [text.indexOf('⟨'), text.indexOf('⟩') - 1]
  let state = EditorState.create({ doc: text.replace(/[⟨⟩]/g, ''), selection: { anchor, head } })
  command({ state, dispatch: (transaction) => (state = transaction.state) })
  const { from, to } = state.selection.main
  const doc = state.doc.toString()
  return `${doc.slice(0, from)}⟨${doc.slice(from, to)}⟩${doc.slice(to)}`
}

test.each([
  ['bold', toggleMark('**'), 'a ⟨b⟩ c', 'a **⟨b⟩** c'],
  ['bold, taken back', toggleMark('**'), 'a **⟨b⟩** c', 'a ⟨b⟩ c'],
  ['bold at the end', toggleMark('**'), 'a⟨⟩', 'a**⟨⟩**'],
  ['a list', toggleBullets, '⟨a\n\nb⟩', '- ⟨a\n\n- b⟩'],
  ['a list, taken back', toggleBullets, '- ⟨a\n- b⟩', '⟨a\nb⟩'],
  ['a numbered list', toggleNumbers, '⟨a\nb⟩', '1. ⟨a\n2. b⟩'],
  ['a heading', nextHeading, 'a⟨⟩', '## a⟨⟩'],
  ['a smaller heading', nextHeading, '## a⟨⟩', '### a⟨⟩'],
  ['no heading after the smallest', nextHeading, '#### a⟨⟩', 'a⟨⟩'],
  ['a link of words', insertLink, 'see ⟨this⟩', 'see [this](⟨⟩)'],
  ['a link of nothing yet', insertLink, '⟨⟩', '[⟨⟩]()'],
] as const)('a key makes %s', (_what, command, before, expected) => {
  expect(after(command, before)).toBe(expected)
})

/** A text with the cursor at ⟨⟩, after it became another one elsewhere. */
function merged(text: string, next: string): string {
  const state = EditorState.create({ doc: text.replace('⟨⟩', ''), selection: { anchor: text.indexOf('⟨⟩') } })
  const { doc, selection } = state.update({ changes: changesBetween(state.doc.toString(), next) }).state
  return `${doc.sliceString(0, selection.main.head)}⟨⟩${doc.sliceString(selection.main.head)}`
}

test.each([
  ['⟨⟩', 'a', '⟨⟩a'],
  ['sa⟨⟩me', 'same', 'sa⟨⟩me'],
  ['one two thr⟨⟩ee', 'one 2 three', 'one 2 thr⟨⟩ee'],
  [
    'One.\n\nTw⟨⟩o.\n\nThree.',
    'First one.\n\nTwo.\n\nThree, the last.',
    'First one.\n\nTw⟨⟩o.\n\nThree, the last.',
  ],
  ['One.\n\nTwo⟨⟩', 'One.\n\nTwo\n\nThree', 'One.\n\nTwo⟨⟩\n\nThree'],
])('what comes from elsewhere leaves the cursor in its word: %j, %j', (before, next, after) => {
  expect(merged(before, next)).toBe(after)
})

test.each([
  ['', 0],
  ['one two', 2],
  ["don't half-way", 2],
  ['![a press](/media/x.png) and [a link](https://example.org/a-b)', 5],
  ['<audio controls src="/media/a.mp3"></audio>', 0],
])('%j has %i words', (text, number) => {
  expect(countWords(text)).toBe(number)
})

test('a new footnote takes the lowest free number', () => {
  expect(freeFootnote('a[^1] b[^3]\n\n[^1]: x\n\n[^3]: y')).toBe(2)
})

test.each([
  ['', 0, '', ''],
  ['Before.', 7, '\n\n', ''],
  ['After.', 0, '', '\n\n'],
  ['Before. After.', 8, '\n\n', '\n\n'],
])('a picture stands apart from the words beside it: %s', (doc, at, lead, tail) => {
  expect(apart(EditorState.create({ doc }), at)).toEqual({ lead, tail })
})

test('a file of the library comes with its description, whatever stands in it', () => {
  const picture = { key: 'a.png', contentType: 'image/png' }
  expect(markdownOfMedia({ ...picture, alt: 'A [red]\nsquare' })).toBe('![A \\[red\\] square](/media/a.png)')
  expect(markdownOfMedia({ ...picture, alt: null })).toBe('![](/media/a.png)')
  expect(markdownOfMedia({ key: 'a.mp3', contentType: 'audio/mpeg', alt: null })).toBe(
    '<audio controls src="/media/a.mp3"></audio>',
  )
})
