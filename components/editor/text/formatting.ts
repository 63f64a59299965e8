import { EditorSelection, type ChangeSpec, type StateCommand } from '@codemirror/state'

/** Puts a mark around each selection, or takes it away where it is already. */
export function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    const change = state.changeByRange((range) => {
      const { from, to } = range
      const isMarked =
        state.sliceDoc(from - mark.length, from) === mark && state.sliceDoc(to, to + mark.length) === mark
      const changes: ChangeSpec = isMarked
        ? [
            { from: from - mark.length, to: from },
            { from: to, to: to + mark.length },
          ]
        : [
            { from, insert: mark },
            { from: to, insert: mark },
          ]
      const moved = isMarked ? -mark.length : mark.length
      return { changes, range: EditorSelection.range(from + moved, to + moved) }
    })
    dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }))
    return true
  }
}

/** Begins each selected line with a prefix, or takes it away when all have it. `next` makes the prefix of line 1, 2, … */
export function toggleLines(has: RegExp, next: (number: number) => string): StateCommand {
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main
    const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number]
    const lines = Array.from({ length: last - first + 1 }, (_, at) => state.doc.line(first + at))
    const written = lines.length === 1 ? lines : lines.filter(({ text }) => text.trim() !== '')
    const isOn = written.every(({ text }) => has.test(text))
    const changes = written.map(({ from, text }, at) => {
      const present = has.exec(text)?.[0].length ?? 0
      return { from, to: from + present, insert: isOn ? '' : next(at + 1) }
    })
    const set = state.changes(changes)
    dispatch(
      state.update({
        changes: set,
        selection: state.selection.map(set, 1),
        userEvent: 'input',
        scrollIntoView: true,
      }),
    )
    return true
  }
}

/** No heading, then one of the second level, the third, the fourth, and none again: the title is the first. */
export const nextHeading: StateCommand = ({ state, dispatch }) => {
  const line = state.doc.lineAt(state.selection.main.head)
  const mark = /^#{1,6} +/.exec(line.text)?.[0] ?? ''
  const depth = mark.trimEnd().length
  const insert = depth === 0 ? '## ' : depthAfter(depth)
  dispatch(
    state.update({ changes: { from: line.from, to: line.from + mark.length, insert }, userEvent: 'input' }),
  )
  return true
}

/** Makes the selection a link, and puts the cursor where its address goes, or its words when nothing is selected. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  const { from, to } = state.selection.main
  const words = state.sliceDoc(from, to)
  const at = words === '' ? from + 1 : from + words.length + 3
  dispatch(
    state.update({
      changes: { from, to, insert: `[${words}]()` },
      selection: { anchor: at },
      userEvent: 'input',
      scrollIntoView: true,
    }),
  )
  return true
}

export const toggleQuote = toggleLines(/^> ?/, () => '> ')
export const toggleBullets = toggleLines(/^[-*+] /, () => '- ')
export const toggleNumbers = toggleLines(/^\d+[.)] /, (number) => `${number}. `)

function depthAfter(depth: number): string {
  return depth < 2 || depth > 3 ? '' : `${'#'.repeat(depth + 1)} `
}
