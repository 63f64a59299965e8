import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { MANIFEST } from '@/domain/export/export'
import { exportMarkdown } from '@/domain/export/markdown'
import { writeFolder } from '@/domain/export/write-folder'
import { COMMAND_LINE } from '@/domain/permissions'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { DIRTY_BLOG } from '@/tests/support/dirty-blog'
import { emptyBlog } from '@/tests/support/empty-blog'
import { differences, readTree, type Tree, writeTree } from '@/tests/support/tree'

beforeEach(emptyBlog)

async function bringIn(root: string, source = 'blog') {
  const report = await importMarkdown(COMMAND_LINE, { root, source })
  expect(report.files.filter(({ verdict }) => verdict === 'failed')).toEqual([])
}

async function takeOut(): Promise<{ folder: string; tree: Tree }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-export-'))
  await writeFolder(await exportMarkdown(COMMAND_LINE), { folder })
  return { folder, tree: await readTree(folder) }
}

test('every file of a dirty blog comes back byte for byte, at its own path', async () => {
  const root = await writeTree(DIRTY_BLOG)
  await bringIn(root)
  const { tree } = await takeOut()
  expect(differences(tree, await readTree(root))).toEqual([MANIFEST])
})

test('what was exported comes in and goes out again the same', async () => {
  await bringIn(await writeTree(DIRTY_BLOG))
  const first = await takeOut()
  await emptyBlog()
  await bringIn(first.folder)
  const second = await takeOut()
  expect(differences(first.tree, second.tree)).toEqual([])
})
