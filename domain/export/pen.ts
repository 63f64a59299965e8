import { findKeys, isBlank, type FoundKey, scalarIn } from '@/domain/export/find-keys'
import { type Field, type Helper, houseKeys, isDeep, namesOf } from '@/domain/export/house-keys'
import { applyEdits, type Edit, lineStart, type Ranged, type RangedBlock } from '@/domain/export/ranged'
import { writeEntry } from '@/domain/export/values'

/** Writes a value where `like` stands; `inline` is inside brackets, where a comma would end it. */
export type Write = (like: string, where: { inline: boolean }) => string

/** Collects the changes of one block of front matter. */
export type Pen = {
  block: RangedBlock
  find: (field: Field | Helper) => FoundKey[]
  edit: (edit: Edit) => void
  /** Puts a value where another stands; `write` is told what is there. */
  replace: (value: Ranged, write: Write) => void
  remove: (found: FoundKey[]) => void
  /** A key that was not there, at the end of the block. */
  add: (key: string, value: string) => void
  finish: () => string
}

export function takePen(block: RangedBlock): Pen {
  const { text, format } = block
  const edits: Edit[] = []
  const added: string[] = []
  return {
    block,
    find: (field) => findKeys(block, namesOf(field), { deep: isDeep(field) }),
    edit: (edit) => void edits.push(edit),
    replace(value, write) {
      const like = text.slice(value.start, value.end)
      const inline = /[{[]/.test(text.slice(lineStart(text, value.start), value.start))
      const written = write(like, { inline }).replace(/\n$/, '')
      const [before, after] = [value.start === value.end ? ' ' : '', like.endsWith('\n') ? '\n' : '']
      edits.push({ start: value.start, end: value.end, text: before + written + after })
    },
    remove: (found) =>
      void edits.push(...found.map(({ entry: { start, end } }) => ({ start, end, text: '' }))),
    add: (key, value) => void added.push(writeEntry(key, value, format)),
    finish: () => applyEdits(text, [...edits, ...insertion(block, added)]),
  }
}

/** A text, a picture or an instant in its key, or in a new one; `null` takes every key away that says it. */
export function setScalar(pen: Pen, field: Field, write: Write | null): void {
  const found = pen.find(field)
  const written = found.filter(({ entry }) => !isBlank(entry.value))
  if (write === null) return pen.remove(written)
  const target = written[0] ?? found[0]
  if (target === undefined) return pen.add(houseKeys[field], write('', { inline: pen.block.root.inline }))
  pen.replace(scalarIn(target.entry.value), write)
}

function insertion({ text, root, insertAt, indent }: RangedBlock, added: string[]): Edit[] {
  if (added.length === 0) return []
  const at = { start: insertAt, end: insertAt }
  if (root.inline) {
    const [first] = root.entries
    const gap = first === undefined ? ' ' : text.slice(root.start + 1, first.start)
    return [{ ...at, text: (first === undefined ? '' : ',') + gap + added.join(`,${gap}`) }]
  }
  const lines = added.map((line) => indent + line).join('\n')
  if (insertAt < text.length) return [{ ...at, text: `${lines}\n` }]
  return [{ ...at, text: text === '' || text.endsWith('\n') ? lines : `\n${lines}` }]
}
