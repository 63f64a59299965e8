import { mkdir, mkdtemp, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { MANIFEST } from '@/domain/export/export'
import { exportMarkdown } from '@/domain/export/markdown'
import { writeFolder } from '@/domain/export/write-folder'
import { COMMAND_LINE } from '@/domain/permissions'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { totalsOf } from '@/domain/transfer/report'
import { undoImport } from '@/domain/transfer/undo-import'
import { db } from '@/lib/db'
import { emptyBlog } from '@/tests/support/empty-blog'
import { folderWith } from '@/tests/support/folder'
import { differences, readTree } from '@/tests/support/tree'

beforeEach(emptyBlog)

const site = {
  '_config.yml': 'title: Site\r\ndefaults:\r\n  - scope: { path: "" }\r\n    values: { author: jane }\r\n',
  '_data/authors.yml': 'jane: { name: Jane Doe } # since 2019\r\n',
  '_posts/2020-01-01-hello.md': '---\ntitle: Hello\n---\nText.',
}

async function takeOut(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'octavo-export-'))
  await writeFolder(await exportMarkdown(COMMAND_LINE), { folder })
  return folder
}

async function writers(): Promise<string[]> {
  return (await db.person.findMany({ select: { name: true } })).map(({ name }) => name)
}

test('who the authors of a site are goes out with it, so that it comes in the same elsewhere', async () => {
  const root = await folderWith(site)
  await importMarkdown(COMMAND_LINE, { root, source: 'site' })
  const folder = await takeOut()
  expect(differences(await readTree(folder), await readTree(root))).toEqual([MANIFEST])
  await emptyBlog()
  await importMarkdown(COMMAND_LINE, { root: folder, source: 'elsewhere' })
  expect(await writers()).toEqual(['Jane Doe'])
  const again = await takeOut()
  expect(differences(await readTree(folder), await readTree(again))).toEqual([])
})

test('the list of authors is not missed when the site comes in again, and goes with its import', async () => {
  const root = await folderWith(site)
  const { id } = await importMarkdown(COMMAND_LINE, { root, source: 'site' })
  expect(totalsOf(await importMarkdown(COMMAND_LINE, { root, source: 'site' }))).toBe('1 unchanged')
  await undoImport(COMMAND_LINE, { id, edited: false })
  expect(await db.sourceFile.count({ where: { source: 'site' } })).toBe(0)
})

test('a list of authors that is a link to elsewhere does not go out', async () => {
  const elsewhere = await folderWith({ 'authors.yml': site['_data/authors.yml'] })
  const root = await folderWith({ 'a.md': 'Text.' })
  await mkdir(path.join(root, '_data'))
  await symlink(path.join(elsewhere, 'authors.yml'), path.join(root, '_data/authors.yml'))
  await importMarkdown(COMMAND_LINE, { root, source: 'link' })
  expect(Object.keys(await readTree(await takeOut()))).toEqual([MANIFEST, 'a.md'])
})
