import { record } from '@/domain/events/commands'
import type { Run, Watching } from '@/domain/transfer/run'
import type { Unit } from '@/domain/transfer/units'
import { removeUnpacked } from '@/domain/transfer/unpack-source'
import { db, transaction } from '@/lib/db'
import { addJob } from '@/lib/jobs'

const TELL_MS = 500

type Pace = Watching & { total: number; isStopped(): boolean }

/** Tells the unit how far it is, every half second, hears from it whether it was cancelled, and ends it. */
export function keepPace(
  { id, root, fileName }: Pick<Unit, 'id' | 'root' | 'fileName'>,
  { total, onProgress, isStopped }: Pace,
) {
  let toldAt = 0
  let cancelled = false
  const pace = { done: 0, look, tell, stop, finish }

  async function look(path: string): Promise<boolean> {
    if (Date.now() - toldAt > TELL_MS) await tell(path)
    return cancelled || isStopped()
  }

  async function tell(current: string | null = null): Promise<void> {
    toldAt = Date.now()
    onProgress?.(pace.done, total)
    const data = { done: pace.done, total, current: current?.toWellFormed() ?? null }
    const { cancelAskedAt } = await db.import.update({ where: { id }, data, select: { cancelAskedAt: true } })
    cancelled = cancelAskedAt !== null
  }

  /** Answers whether this is the end: a cancelled rehearsal is forgotten, one of a process that ends goes on in the next. */
  async function stop({ media, rehearsing }: Run): Promise<boolean> {
    if (!cancelled) return false
    if (rehearsing) {
      await db.import.delete({ where: { id } })
      if (fileName !== null) await removeUnpacked(root)
      return true
    }
    const data = { media, status: 'cancelled' as const, endedAt: new Date(), done: pace.done, current: null }
    await db.import.update({ where: { id }, data })
    return true
  }

  async function finish({ rehearsing, actor, source, media }: Run): Promise<void> {
    await tell()
    const ended = { media, endedAt: new Date(), current: null }
    if (rehearsing) {
      await db.import.update({ where: { id }, data: { ...ended, status: 'rehearsed' } })
      return
    }
    const place = fileName === null ? {} : { root: null }
    await transaction(async (tx) => {
      await tx.import.update({ where: { id }, data: { ...ended, ...place, status: 'finished' } })
      await tx.importFile.deleteMany({ where: { importId: id, rehearsed: true } })
      // Readers find what is new at once, whoever asks first; search needs every text.
      await addJob(tx, { name: 'render-pending', payload: {}, key: 'render-pending' })
      await record(tx, { type: 'import.finished', actor, data: { source, import: id }, expires: ['all'] })
    })
    if (fileName !== null) await removeUnpacked(root)
  }

  return pace
}
