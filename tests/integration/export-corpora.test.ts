import { readdirSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MANIFEST } from '@/domain/export/export'
import { exportMarkdown } from '@/domain/export/markdown'
import { writeFolder } from '@/domain/export/write-folder'
import { COMMAND_LINE } from '@/domain/permissions'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { totalsOf } from '@/domain/transfer/report'
import { emptyBlog } from '@/tests/support/empty-blog'
import { differences, readTree } from '@/tests/support/tree'

// As in corpora.test.ts: whole blogs are tried when somebody says where they lie.
const folder = process.env.OCTAVO_CORPORA ?? ''
const corpora =
  folder === '' ? [] : readdirSync(folder).map((name) => ({ name, root: path.join(folder, name) }))
const PATIENCE_MS = 1_800_000

test.skipIf(corpora.length > 0)('no blogs to try: OCTAVO_CORPORA names no folder', ({ skip }) => {
  skip('OCTAVO_CORPORA=/folder npm test -- integration corpora')
})

test.each(corpora)(
  '$name goes out as it came, and comes in and goes out again the same',
  { timeout: PATIENCE_MS },
  async ({ name, root }) => {
    await emptyBlog()
    const { files } = await importMarkdown(COMMAND_LINE, { root, source: name })
    const first = await takeOut()
    const original = await readTree(root)
    const given = Object.keys(first.tree).filter((file) => file !== MANIFEST)
    const identical = given.filter((file) => original[file]?.equals(first.tree[file] ?? Buffer.alloc(0)))
    const repaired = files.filter(({ repairs }) => repairs.length > 0).length
    const noted = files.filter(({ notes, verdict }) => notes.length > 0 && verdict !== 'left').length
    console.log(
      `${name}: ${totalsOf({ files })}; ${repaired} repaired, ${noted} with notes; ${given.length} files out, ${identical.length} of them byte for byte`,
    )
    expect(given.filter((file) => !identical.includes(file))).toEqual([])
    const came = files
      .filter(({ verdict }) => verdict === 'created' || verdict === 'kept')
      .map((file) => file.path)
    expect(came.filter((file) => !given.includes(file))).toEqual([])
    await emptyBlog()
    await importMarkdown(COMMAND_LINE, { root: first.folder, source: 'again' })
    expect(differences(first.tree, (await takeOut()).tree)).toEqual([])
  },
)

async function takeOut() {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-export-'))
  await writeFolder(await exportMarkdown(COMMAND_LINE), { folder })
  return { folder, tree: await readTree(folder) }
}
