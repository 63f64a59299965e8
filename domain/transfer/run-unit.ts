import { type Actor, COMMAND_LINE } from '@/domain/permissions'
import { readSource } from '@/domain/transfer/read-source'
import type { Watching } from '@/domain/transfer/run'
import { undoUnit } from '@/domain/transfer/undo'
import { findUnit, lockOf, refusalOfBusy, type Unit, WORKING } from '@/domain/transfer/units'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import { holdLock } from '@/lib/held-lock'
import { isDiskFull } from '@/lib/storage'

/**
 * Does what a unit waits for, as its status says: rehearse, import or undo. In one process at a time; after a kill another one
 * goes on where this one was. A failure is kept with the unit as a sentence. Answers whether it came to an end.
 */
export async function runUnit(id: string, watching: Watching = {}): Promise<boolean> {
  const { source } = await findUnit(id)
  const lock = await holdLock(lockOf(source))
  if (lock === null) throw await refusalOfBusy(source)
  try {
    const unit = await findUnit(id)
    if (!WORKING.includes(unit.status)) return true
    const isStopped = () => !lock.isHeld() || watching.isStopped?.() === true
    return await work(unit, { ...watching, isStopped })
  } catch (error) {
    const problem = sentenceOf(error)
    const data = { status: 'failed' as const, problem, endedAt: new Date() }
    await db.import.updateMany({ where: { id, status: { in: WORKING } }, data })
    throw error
  } finally {
    await lock.release()
  }
}

/**
 * The same as a job. What fails is kept with the unit, so it is not tried again; what was interrupted is. A source at which
 * somebody else is at work is left to them, and looked at again later.
 */
export async function continueImport(id: string, isStopped: () => boolean): Promise<void> {
  const unit = await db.import.findUnique({ where: { id }, select: { status: true } })
  if (unit === null || !WORKING.includes(unit.status)) return
  if (!(await runUnit(id, { isStopped }))) throw new Error(`import ${id} was interrupted`)
}

async function work(unit: Unit, watching: Watching & { isStopped(): boolean }): Promise<boolean> {
  const actor = await actorOf(unit)
  return unit.status === 'undoing' ? undoUnit(actor, unit, watching) : readSource(actor, unit, watching)
}

/** Whoever began it, with the rights of now. */
async function actorOf({ byId }: Unit): Promise<Actor> {
  if (byId === null) return COMMAND_LINE
  const person = await db.person.findUnique({
    where: { id: byId },
    select: { id: true, name: true, role: true, disabledAt: true },
  })
  if (person === null || person.disabledAt !== null)
    throw new Refusal('forbidden', 'Whoever began this may not do it any more.')
  return person
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (isDiskFull(error) || /no space left|disk full|53100/i.test(String(error)))
    return 'There is no room left on the disk. Make room, then continue.'
  return 'It stopped because of a fault of Octavo’s own. What was finished stays; it can be continued or undone.'
}
