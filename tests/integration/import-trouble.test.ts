import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import path from 'node:path'
import { expect, test } from 'vitest'
import { COMMAND_LINE } from '@/domain/permissions'
import { importMarkdown, rehearseMarkdown } from '@/domain/transfer/import-markdown'
import { listLines } from '@/domain/transfer/import-lines'
import { openPath } from '@/domain/transfer/open-path'
import { receiveImport } from '@/domain/transfer/receive-import'
import { totalsOf } from '@/domain/transfer/report'
import { runUnit } from '@/domain/transfer/run-unit'
import { undoImport } from '@/domain/transfer/undo-import'
import { lockOf, openImport } from '@/domain/transfer/units'
import { db } from '@/lib/db'
import { holdLock } from '@/lib/held-lock'
import { dataPath } from '@/lib/storage'
import { folderWith } from '@/tests/support/folder'
import { zipWith } from '@/tests/support/zip'

const post = (title: string) => `---\ntitle: ${title}\ndate: 2020-01-01\n---\nText.`

test('a second import of the same source at the same time is refused with who and since when', async () => {
  const root = await folderWith({ 'a.md': post('Busy') })
  const id = await openImport(COMMAND_LINE, { root, source: 'busy' })
  const lock = await holdLock(lockOf('busy'))
  await expect(importMarkdown(COMMAND_LINE, { root, source: 'busy' })).rejects.toThrow(
    /^Command line has been at work on “busy” since \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
  )
  await expect(rehearseMarkdown(COMMAND_LINE, { root, source: 'busy' })).rejects.toThrow('Wait for the end')
  await lock?.release()
  expect(await importMarkdown(COMMAND_LINE, { root, source: 'busy' })).toMatchObject({ id })
})

test('a cancelled import keeps what was finished and goes on from there as the same unit', async () => {
  const files = Array.from({ length: 250 }, (_, n) => [
    `${String(n).padStart(3, '0')}.md`,
    post(`Cancelled ${n}`),
  ])
  const root = await folderWith(Object.fromEntries(files))
  const id = await openImport(COMMAND_LINE, { root, source: 'cancelled' })
  let looks = 0
  await runUnit(id, { isStopped: () => (looks += 1) > 130 })
  expect(await db.import.findUnique({ where: { id } })).toMatchObject({ status: 'importing' })
  expect(await db.post.count({ where: { source: 'cancelled' } })).toBe(100)
  await db.import.update({ where: { id }, data: { cancelAskedAt: new Date() } })
  await runUnit(id)
  expect(await db.import.findUnique({ where: { id } })).toMatchObject({ status: 'cancelled' })
  const report = await importMarkdown(COMMAND_LINE, { root, source: 'cancelled' })
  expect(report.id).toBe(id)
  expect(totalsOf(report)).toBe('250 created')
  await undoImport(COMMAND_LINE, { id, edited: false })
  expect(await db.post.count({ where: { source: 'cancelled' } })).toBe(0)
})

test('files and folders without permission are told, and the others come in', async () => {
  const root = await folderWith({
    'open.md': post('Open'),
    'shut.md': post('Shut'),
    'folder/inside.md': post('Inside'),
  })
  await chmod(path.join(root, 'shut.md'), 0)
  await chmod(path.join(root, 'folder'), 0)
  const asRoot = process.getuid?.() === 0
  const { files } = await importMarkdown(COMMAND_LINE, { root, source: 'permission' })
  await chmod(path.join(root, 'folder'), 0o755)
  expect(files.find(({ path }) => path === 'open.md')?.verdict).toBe('created')
  // Root may read everything, whatever the mode says.
  if (!asRoot) expect(files.filter(({ verdict }) => verdict === 'failed')).toHaveLength(2)
})

test.each([
  ['does not exist', '/no/such/folder', 'There is nothing to read at /no/such/folder.'],
  ['is named with odd characters', '/no/such/“folder”\n', 'There is nothing to read'],
])('a path that %s is refused and leaves no unit behind', async (_name, root, sentence) => {
  await expect(importMarkdown(COMMAND_LINE, { root, source: 'nowhere' })).rejects.toThrow(sentence)
  expect(await db.import.count({ where: { source: 'nowhere' } })).toBe(0)
})

test('an empty folder is an import of nothing; a source may have any name', async () => {
  const root = await folderWith({})
  await mkdir(path.join(root, 'empty'))
  const source = '  “Odd”\u0000 / ../ name\ud800 '
  const report = await importMarkdown(COMMAND_LINE, { root: path.join(root, 'empty'), source })
  expect(totalsOf(report)).toBe('no Markdown files found')
  expect(report.source).toBe('“Odd” / ../ name\ufffd')
  expect(await listLines(report.id)).toEqual([])
})

test('an archive is a folder; again it is the same source, and its paths are those of the folder in it', async () => {
  const file = path.join(await folderWith({}), 'garden-main (2).zip')
  const zip = await zipWith({ 'garden-main/one.md': post('Garden'), '__MACOSX/garden-main/._one.md': 'x' })
  await writeFile(file, zip)
  const opened = await openPath(file)
  expect(opened).toMatchObject({ source: 'garden', fileName: 'garden-main (2).zip' })
  const { files } = await importMarkdown(COMMAND_LINE, opened)
  expect(files).toMatchObject([{ path: 'one.md', verdict: 'created' }])
  expect(await openPath(file)).toEqual(opened)
})

test('an archive that breaks off is refused whole, and nothing of it stays', async () => {
  const file = path.join(await folderWith({}), 'broken.zip')
  const zip = await zipWith({ 'a.md': post('A'), 'b.md': 'x'.repeat(100_000) })
  const before = await readdir(dataPath())
  await writeFile(file, zip.subarray(0, zip.length - 40))
  await expect(openPath(file)).rejects.toThrow('not a zip archive that can be read whole')
  const spoilt = Buffer.from(zip)
  spoilt.fill(0xff, 60, 80)
  await writeFile(file, spoilt)
  await expect(openPath(file)).rejects.toThrow('not a zip archive that can be read whole')
  const after = await readdir(dataPath())
  expect(after.filter((name) => name !== 'temporary')).toEqual(before.filter((name) => name !== 'temporary'))
  expect(after.includes('temporary') ? await readdir(dataPath('temporary')) : []).toEqual([])
  expect((await readFile(file)).length).toBe(spoilt.length)
})

test('an upload that breaks off, lies about its length or is no archive leaves nothing behind', async () => {
  const zip = await zipWith({ 'a.md': post('A'), 'b.md': 'x'.repeat(100_000) })
  async function* broken() {
    yield zip.subarray(0, 50)
    throw new Error('aborted')
  }
  const upload = { fileName: 'upload.zip', source: 'upload', length: zip.length }
  const before = await db.import.count()
  await expect(receiveImport(COMMAND_LINE, { ...upload, body: broken() })).rejects.toThrow('broke off')
  const half = Readable.from([zip.subarray(0, 50)])
  await expect(receiveImport(COMMAND_LINE, { ...upload, body: half })).rejects.toThrow('broke off')
  const text = Readable.from([Buffer.from('Text.')])
  await expect(
    receiveImport(COMMAND_LINE, { ...upload, fileName: 'a.exe', length: 5, body: text }),
  ).rejects.toThrow('Only a zip archive or one Markdown file')
  await expect(receiveImport(COMMAND_LINE, { ...upload, length: 3 * 1024 ** 3, body: null })).rejects.toThrow(
    '2 GB at most',
  )
  expect(await db.import.count()).toBe(before)
  expect(await readdir(dataPath('temporary'))).toEqual([])
})

test('a file whose rows the database refuses is told, and the others of its hundred come in', async () => {
  await db.$executeRaw`ALTER TABLE revision ADD CONSTRAINT only_here CHECK (title <> 'Cursed')`
  const files = Array.from({ length: 12 }, (_, n) => [`${n + 10}.md`, post(`Blessed ${n}`)])
  const root = await folderWith({
    ...Object.fromEntries(files),
    '15b.md': post('Cursed'),
    '20.md': post('Cursed'),
  })
  const report = await importMarkdown(COMMAND_LINE, { root, source: 'refused' })
  expect(totalsOf(report)).toBe('11 created, 2 failed')
  const failed = report.files.filter(({ verdict }) => verdict === 'failed')
  expect(failed.map((file) => file.path)).toEqual(['15b.md', '20.md'])
  expect(failed[0]?.notes[0]).toMatch(/^the database does not take it: .*only_here/)
  // What a failed attempt took is free again.
  expect(report.files.flatMap(({ notes }) => notes).filter((note) => note.includes('was taken'))).toEqual([])
  await writeFile(path.join(root, '10.md'), post('Cursed'))
  await writeFile(path.join(root, '15b.md'), post('Good now'))
  const again = await importMarkdown(COMMAND_LINE, { root, source: 'refused' })
  expect(totalsOf(again)).toBe('2 failed, 10 unchanged, 1 created')
  expect(await db.revision.count({ where: { title: 'Cursed' } })).toBe(0)
  await db.$executeRaw`ALTER TABLE revision DROP CONSTRAINT only_here`
})
