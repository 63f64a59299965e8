import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { resolveAddress } from '@/domain/addresses/resolve'
import { COMMAND_LINE } from '@/domain/permissions'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { totalsOf } from '@/domain/transfer/report'
import { db } from '@/lib/db'
import { folderWith } from '@/tests/support/folder'

const post = (title: string, alias?: string) =>
  `---\ntitle: ${title}\ndate: 2020-01-01\n${alias === undefined ? '' : `aliases: [${alias}]\n`}---\nText.`

test('an old address that a refused change asked for leads to the next post that asks for it', async () => {
  const root = await folderWith({ 'a.md': post('Again A'), 'b.md': post('Again B') })
  await importMarkdown(COMMAND_LINE, { root, source: 'refused change' })
  await db.$executeRaw`ALTER TABLE revision ADD CONSTRAINT only_here CHECK (title <> 'Cursed')`
  await writeFile(path.join(root, 'a.md'), post('Cursed', '/old/asked'))
  await writeFile(path.join(root, 'b.md'), post('Again B', '/old/asked'))
  const report = await importMarkdown(COMMAND_LINE, { root, source: 'refused change' })
  await db.$executeRaw`ALTER TABLE revision DROP CONSTRAINT only_here`
  expect(totalsOf(report)).toBe('1 failed, 1 updated')
  expect(report.files[1]).toMatchObject({ redirects: ['/old/asked'], notes: [] })
  expect(await resolveAddress('/old/asked')).toEqual({ is: 'moved', to: '/posts/b' })
})

test('a change that had to begin again keeps its old addresses', async () => {
  const root = await folderWith({ 'c.md': post('Again C') })
  await importMarkdown(COMMAND_LINE, { root, source: 'begun again' })
  await writeFile(path.join(root, 'c.md'), post('Again C', '/old/twice'))
  await db.$executeRaw`CREATE SEQUENCE attempt`
  await db.$executeRaw`
    CREATE FUNCTION deadlock_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('attempt') = 1 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
      RETURN NEW;
    END $$`
  await db.$executeRaw`CREATE TRIGGER once BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION deadlock_once()`
  const { files } = await importMarkdown(COMMAND_LINE, { root, source: 'begun again' })
  await db.$executeRaw`DROP FUNCTION deadlock_once CASCADE`
  const [{ attempts } = { attempts: 0n }] = await db.$queryRaw<{ attempts: bigint }[]>`
    SELECT last_value AS attempts FROM attempt`
  expect(attempts).toBe(2n)
  expect(files).toMatchObject([{ verdict: 'updated', redirects: ['/old/twice'], notes: [] }])
})
