import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { askUndo } from '@/domain/transfer/undo-import'
import { continueUnit, expectFree, findUnit, isHeld, type Unit, WORKING } from '@/domain/transfer/units'
import { removeUnpacked } from '@/domain/transfer/unpack-source'
import { db, transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { addJob } from '@/lib/jobs'

const READY: Unit['status'][] = ['rehearsed', 'importing', 'cancelled', 'failed']
const KEPT_DAYS = 7

/** Has a rehearsed import done, or one that stands still gone on with. */
export async function startImport(actor: Actor, id: string): Promise<void> {
  allow(canTransfer(actor))
  const { status, source, root } = await findUnit(id)
  await expectFree(source)
  if (!READY.includes(status)) throw new Refusal('conflict', 'This import is done, or being undone.')
  if (root === null)
    throw new Refusal('not-found', 'What was uploaded is not here any more. Upload it again.')
  await continueUnit(id)
  await hand(id)
}

/** Asks an import to stop. What it had finished stays; of a rehearsal nothing does. */
export async function cancelImport(actor: Actor, id: string): Promise<void> {
  allow(canTransfer(actor))
  const { status, source, root } = await findUnit(id)
  if (status === 'undoing' || !WORKING.includes(status))
    throw new Refusal('conflict', 'There is nothing to cancel: it has ended.')
  await db.import.update({ where: { id }, data: { cancelAskedAt: new Date() } })
  // Nobody at work hears it; one that begins now finds its unit gone or cancelled.
  if (await isHeld(source)) return
  if (status === 'rehearsing') return drop({ id, root })
  await db.import.updateMany({
    where: { id, status: 'importing' },
    data: { status: 'cancelled', endedAt: new Date() },
  })
}

/** Forgets a rehearsal, with what was uploaded for it. */
export async function discardImport(actor: Actor, id: string): Promise<void> {
  allow(canTransfer(actor))
  const { status, source, root } = await findUnit(id)
  await expectFree(source)
  const brought = await db.importFile.count({ where: { importId: id, rehearsed: false } })
  if (brought > 0 || !['rehearsing', 'rehearsed', 'failed'].includes(status))
    throw new Refusal('invalid', 'Only a rehearsal can be forgotten. Undo takes an import back.')
  await drop({ id, root })
}

/** Has an import undone in the background. */
export async function startUndo(actor: Actor, wish: { id: string; edited: boolean }): Promise<void> {
  await askUndo(actor, wish)
  await hand(wish.id)
}

/** Forgets uploads that were rehearsed long ago and never imported. */
export async function sweepRehearsals(): Promise<void> {
  const before = new Date(Date.now() - KEPT_DAYS * 86_400_000)
  const old = await db.import.findMany({
    where: { status: 'rehearsed', fileName: { not: null }, createdAt: { lt: before } },
    select: { id: true, root: true },
  })
  for (const unit of old) await drop(unit)
}

async function drop({ id, root }: { id: string; root: string | null }): Promise<void> {
  await db.import.deleteMany({ where: { id } })
  await removeUnpacked(root)
}

async function hand(id: string): Promise<void> {
  await transaction((tx) => addJob(tx, { name: 'run-import', payload: { id }, key: `run-import:${id}` }))
}
