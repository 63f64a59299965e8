import { type Change, editFrontMatter } from '@/domain/export/edit-front-matter'
import { changedFields } from '@/domain/export/house-keys'
import { writeHouseFrontMatter } from '@/domain/export/house-front-matter'
import { mergeLines } from '@/domain/export/merge-lines'
import { readsBack } from '@/domain/export/reads-back'
import { readSourceLines, writeSourceLines } from '@/domain/export/source-lines'
import { type Block, findFrontMatter } from '@/domain/transfer/front-matter-block'
import { rewriteReferences } from '@/domain/transfer/rewrite-references'
import { Refusal } from '@/lib/errors'

/** A file as it came in, what was made of it, and what it is now. */
export type EditedFile = {
  path: string
  bytes: Uint8Array
  change: Omit<Change, 'refer'>
  body: { imported: string; current: string }
  extra: Record<string, unknown>
  /** How this file names each picture and sound of ours: by the address it is served at. */
  references: ReadonlyMap<string, string>
  /** Where each reference leads, back again, and all paths of the source: what reading the file anew needs. */
  addresses: ReadonlyMap<string, string>
  files: ReadonlySet<string>
}

/**
 * The file with nothing but the edits changed. Ways that change less are tried first; each is read as an import would read it, and
 * the first that says what the post says now is taken. The last one writes the front matter anew.
 */
export function editFile(file: EditedFile): Uint8Array {
  const source = readSourceLines(file.bytes)
  const block = findBlock(source.text)
  const [wordly, plainly] = [{ words: true }, { words: false }].map((how) => bodyOf(block.body, file, how))
  const edited = frontMatterOf(source.text, block, file)
  const texts = [
    ...(edited === null ? [] : [edited + (wordly ?? ''), edited + (plainly ?? '')]),
    houseOf(file) + (plainly ?? ''),
  ]
  const text =
    texts.slice(0, -1).find((text) => readsBack(text, { ...file, original: source.text })) ??
    texts.at(-1) ??
    ''
  return writeSourceLines(source, text)
}

type Found = { block: Block | null; start: number; body: string }

function findBlock(text: string): Found {
  const block = findBlockIn(text)
  if (block === null) return { block, start: 0, body: text }
  const above = text.split('\n', block.firstLine - 1).join('\n').length + (block.firstLine > 1 ? 1 : 0)
  return { block, start: text.indexOf(block.text, above), body: block.body }
}

function findBlockIn(text: string): Block | null {
  try {
    return findFrontMatter(text)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function bodyOf(source: string, { body, references }: EditedFile, how: { words: boolean }): string {
  return rewriteReferences(mergeLines({ source, ...body }, how), references)
}

/** Everything above the body. `null` when its values cannot be told apart. */
function frontMatterOf(text: string, { block, start, body }: Found, file: EditedFile): string | null {
  const { change } = file
  const above = text.slice(0, text.length - body.length)
  if (changedFields(change.before, change.after).length === 0) return above
  if (block === null || start < 0) {
    const added = editFrontMatter('', 'yaml', withReferences(file))
    return added === null ? null : `---\n${added}\n---\n${above}`
  }
  const edited = editFrontMatter(block.text, block.format, withReferences(file))
  if (edited === null) return null
  const end = start + block.text.length
  const gap = block.text === '' && text[end] !== '\n' ? '\n' : ''
  return above.slice(0, start) + edited + gap + above.slice(end)
}

function withReferences({ change, references }: EditedFile): Change {
  return { ...change, refer: (address) => references.get(address) ?? address }
}

function houseOf(file: EditedFile): string {
  const { refer } = withReferences(file)
  return writeHouseFrontMatter({ state: file.change.after, extra: file.extra, refer })
}
