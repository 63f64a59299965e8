import { record } from '@/domain/events/commands'
import { removeFiles, removeImportedMedia } from '@/domain/media/commands'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { lockStanding } from '@/domain/posts/stale'
import type { Watching } from '@/domain/transfer/run'
import { findUnused, postsToUndo, type UndoPost } from '@/domain/transfer/undo-plan'
import { revertPost, revertSource } from '@/domain/transfer/revert-arrived'
import { type Unit } from '@/domain/transfer/units'
import { db, transaction, type Tx } from '@/lib/db'
import { expire } from '@/lib/depends'

const CHUNK = 50
const PATIENCE_MS = 120_000

/**
 * Takes back what an import brought: its posts go, those it changed become what they were, and so do files, old addresses and names
 * that nobody else uses. Posts that were edited since stay, unless the unit says otherwise. In steps that a kill cannot halve.
 */
export async function undoUnit(
  actor: Actor,
  { id, source, undoEdited }: Unit,
  { onProgress, isStopped }: Watching,
): Promise<boolean> {
  allow(canTransfer(actor))
  const posts = (await postsToUndo(db, id)).filter(({ edited }) => undoEdited || !edited)
  let done = 0
  for (const chunk of inChunks(posts)) {
    if (isStopped?.() === true) return false
    onProgress?.(done, posts.length)
    await undoPosts(actor, id, chunk)
    done += chunk.length
    const current = chunk.at(-1)?.title.toWellFormed() ?? null
    await db.import.update({ where: { id }, data: { done, total: posts.length, current } })
  }
  const keys = await transaction((tx) => undoRest(tx, { actor, id, source }), { timeout: PATIENCE_MS })
  // After the rows, never before: a file without its row is only lost room.
  for (const key of keys) await removeFiles(key)
  onProgress?.(posts.length, posts.length)
  return true
}

async function undoPosts(actor: Actor, importId: string, posts: UndoPost[]): Promise<void> {
  await transaction(
    async (tx) => {
      const created = posts.filter(({ verdict }) => verdict === 'created').map(({ id }) => id)
      await tx.post.deleteMany({ where: { id: { in: created } } })
      for (const post of posts)
        if (post.verdict !== 'created') await revertPost(tx, { actor, importId, post })
      const paths = posts.map(({ path }) => path)
      await tx.importFile.updateMany({
        where: { importId, path: { in: paths } },
        data: { undone: true, formerContent: null },
      })
      await lockStanding(tx)
      await expire(tx, ['all'])
    },
    { timeout: PATIENCE_MS },
  )
}

type Rest = { actor: Actor; id: string; source: string }

/** What is no post, when the posts are done. Answers the names of the files to take off the disk. */
async function undoRest(tx: Tx, { actor, id, source }: Rest): Promise<string[]> {
  await revertSource(tx, { id, source })
  await revertAddresses(tx, id)
  const undone = await tx.importFile.findMany({
    where: { importId: id, undone: true, postId: { not: null } },
    select: { postId: true },
  })
  const unused = await findUnused(
    tx,
    id,
    undone.flatMap(({ postId }) => postId ?? []),
  )
  await tx.tag.deleteMany({ where: { id: { in: unused.tags } } })
  await tx.series.deleteMany({ where: { id: { in: unused.series } } })
  await tx.person.deleteMany({ where: { id: { in: unused.people } } })
  const things = await tx.importThing.findMany({
    where: { importId: id, kind: 'media', key: { in: unused.media } },
    select: { key: true, former: true },
  })
  const files = things.map(({ key, former }) => ({ id: key, former: idIn(former) }))
  const keys = await removeImportedMedia(tx, files)
  const gone = Object.values(unused).flat()
  await tx.importThing.deleteMany({ where: { importId: id, key: { in: gone } } })
  const left = (await postsToUndo(tx, id)).length
  const data = { status: 'undone' as const, endedAt: new Date(), current: null }
  await tx.import.update({ where: { id }, data })
  await lockStanding(tx)
  await record(tx, {
    type: 'import.undone',
    actor,
    data: { source, import: id, posts: undone.length, left },
    expires: ['all'],
  })
  return keys
}

/** Addresses of posts that are gone went with them; those of changed ones go now, and what stood there before comes back. */
async function revertAddresses(tx: Tx, importId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM address a USING import_thing t, import_file f
    WHERE t.import_id = ${importId}::uuid AND t.kind = 'address' AND t.key = a.path
      AND f.import_id = t.import_id AND f.undone AND f.post_id = a.post_id`
  await tx.$executeRaw`
    INSERT INTO address (path, source) SELECT t.key, t.former->>'source' FROM import_thing t
    WHERE t.import_id = ${importId}::uuid AND t.kind = 'address' AND t.former IS NOT NULL
    ON CONFLICT (path) DO NOTHING`
}

function idIn(former: unknown): string | null {
  return typeof former === 'object' && former !== null && 'id' in former && typeof former.id === 'string'
    ? former.id
    : null
}

function* inChunks(posts: UndoPost[]): Generator<UndoPost[]> {
  for (let at = 0; at < posts.length; at += CHUNK) yield posts.slice(at, at + CHUNK)
}
