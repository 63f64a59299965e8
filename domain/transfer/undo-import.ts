import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { runUnit } from '@/domain/transfer/run-unit'
import type { Watching } from '@/domain/transfer/run'
import { findUnused, postsToUndo, type UndoPost } from '@/domain/transfer/undo-plan'
import { continueUnit, expectFree, findUnit, type Unit } from '@/domain/transfer/units'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

export type UndoPlan = {
  /** Posts that go, and posts that become what they were. */
  removed: number
  reverted: number
  /** Those that somebody worked on since: they stay unless asked for. */
  edited: UndoPost[]
  media: number
  addresses: number
  tags: number
  series: number
  people: number
}

const UNDOABLE: Unit['status'][] = ['finished', 'cancelled', 'failed', 'importing', 'undoing', 'undone']

/** What an undo would do; with `edited` also to posts that were edited since. */
export async function describeUndo(
  actor: Actor,
  id: string,
  { edited: withEdited }: { edited: boolean } = { edited: false },
): Promise<UndoPlan> {
  allow(canTransfer(actor))
  await findUnit(id)
  const posts = await postsToUndo(db, id)
  const going = posts.filter(({ edited }) => withEdited || !edited)
  const ids = going.map(({ id }) => id)
  const unused = await findUnused(db, id, ids)
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM import_thing t JOIN address a ON a.path = t.key
    WHERE t.import_id = ${id}::uuid AND t.kind = 'address' AND a.post_id = ANY(${ids}::uuid[])`
  const removed = going.filter(({ verdict }) => verdict === 'created').length
  return {
    removed,
    reverted: going.length - removed,
    edited: posts.filter(({ edited }) => edited),
    media: unused.media.length,
    addresses: row?.count ?? 0,
    tags: unused.tags.length,
    series: unused.series.length,
    people: unused.people.length,
  }
}

type Undo = { id: string; edited: boolean }

/** Sets a unit to be undone, by whoever runs it next. Refuses while it is at work, and where there is nothing to undo. */
export async function askUndo(actor: Actor, { id, edited }: Undo): Promise<void> {
  allow(canTransfer(actor))
  const { status, source } = await findUnit(id)
  await expectFree(source)
  if (!UNDOABLE.includes(status))
    throw new Refusal('invalid', 'Nothing of this was imported, so there is nothing to undo.')
  await db.import.update({ where: { id }, data: { undoEdited: edited } })
  await continueUnit(id, 'undoing')
}

/** Undoes an import here and now. */
export async function undoImport(actor: Actor, { id, edited, ...watching }: Undo & Watching): Promise<void> {
  await askUndo(actor, { id, edited })
  await runUnit(id, watching)
}
