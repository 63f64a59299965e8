import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeRenderPool } from '@/domain/markdown/pool'
import { COMMAND_LINE } from '@/domain/permissions'
import { scheduleChange } from '@/domain/posts/changes-ahead'
import { expirePost } from '@/domain/posts/publish'
import { getLivePost } from '@/domain/posts/queries'
import { importMarkdown } from '@/domain/transfer/import-markdown'
import { totalsOf } from '@/domain/transfer/report'
import { describeUndo, undoImport } from '@/domain/transfer/undo-import'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { folderWith } from '@/tests/support/folder'
import { letTimePass, livePathsOf } from '@/tests/support/posts'

const HOUR = 3_600_000
afterAll(closeRenderPool)

/** A blog of one post, and the post. */
async function bring(source: string) {
  const root = await folderWith({ 'one.md': textOf(source, 'Before.') })
  const bringIn = () => importMarkdown(COMMAND_LINE, { root, source })
  const unit = await bringIn()
  const { id, version } = await db.post.findFirstOrThrow({ where: { source } })
  const now = await databaseNow(db)
  return {
    unit, id, version, now,
    ahead: (hours: number) => new Date(now.getTime() + hours * HOUR),
    change: async (body: string) => {
      await writeFile(path.join(root, 'one.md'), textOf(source, body))
      return bringIn()
    },
  }
} // prettier-ignore

const textOf = (title: string, body: string) => `---\ntitle: ${title}\ndate: 2020-01-01\n---\n${body}`

/** The texts that readers are to see from now on, each with its end and its mark of an update. */
async function courseOf({ id, now }: { id: string; now: Date }) {
  const rows = await db.publication.findMany({
    where: { postId: id, OR: [{ visibleUntil: null }, { visibleUntil: { gt: now } }] },
    orderBy: { visibleFrom: 'asc' },
    include: { revision: true },
  })
  return rows
    .filter(({ visibleFrom, visibleUntil }) => visibleFrom.getTime() !== visibleUntil?.getTime())
    .map(({ revision, visibleUntil, updated }) => [revision.body.trim(), visibleUntil, updated])
}

test('a changed file leaves what is planned for its post as it is, and an undo of it does too', async () => {
  const post = await bring('planned')
  const { id, version, ahead } = post
  await expirePost(COMMAND_LINE, { id, expiresAt: ahead(2), returnsAt: ahead(4) })
  await scheduleChange(COMMAND_LINE, { id, version, date: ahead(1), zone: 'UTC', announce: true })
  const planned = (body: string) => [
    [body, ahead(1), null],
    [body, ahead(2), ahead(1)],
    [body, null, ahead(1)],
  ]
  expect(await courseOf(post)).toEqual(planned('Before.'))
  const unit = await post.change('After.')
  expect(totalsOf(unit)).toBe('1 updated')
  expect(await courseOf({ id, now: await databaseNow(db) })).toEqual(planned('After.'))
  await undoImport(COMMAND_LINE, { id: unit.id, edited: false })
  expect(await courseOf({ id, now: await databaseNow(db) })).toEqual(planned('Before.'))
})

test('a file that changes while its post is off the site is what readers see when it is back', async () => {
  const { id, ahead, change } = await bring('away')
  await expirePost(COMMAND_LINE, { id, expiresAt: ahead(1), returnsAt: ahead(3) })
  await letTimePass(id, 2 * HOUR)
  expect(totalsOf(await change('After.'))).toBe('1 updated')
  expect(await livePathsOf(id)).toEqual([])
  await letTimePass(id, HOUR)
  const [address = ''] = await livePathsOf(id)
  expect((await getLivePost(address))?.html).toContain('After.')
})

test('a post for which a change was scheduled is somebody’s work when its import is undone', async () => {
  const { unit, id, version, ahead } = await bring('worked-on')
  await scheduleChange(COMMAND_LINE, { id, version, date: ahead(1), zone: 'UTC', announce: false })
  expect(await describeUndo(COMMAND_LINE, unit.id)).toMatchObject({ removed: 0, edited: [{ id }] })
})
