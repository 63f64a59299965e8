import { lockSlugs } from '@/domain/posts/slugs'
import { lockStanding } from '@/domain/posts/stale'
import { type Arrival, settleArrivals } from '@/domain/transfer/arrivals'
import { contentOfIncoming } from '@/domain/transfer/incoming-content'
import { keepSection } from '@/domain/transfer/keep-section'
import { landMedia } from '@/domain/transfer/land-media'
import { saveLines } from '@/domain/transfer/lines'
import { followMove } from '@/domain/transfer/moved-files'
import type { IncomingFile } from '@/domain/transfer/reader'
import type { Line, ReadFile, Run } from '@/domain/transfer/run'
import { attemptAt, keepTaken } from '@/domain/transfer/taken'
import { updateArrived } from '@/domain/transfer/update-arrived'
import { writeArrivals } from '@/domain/transfer/write-arrivals'
import { databaseNow } from '@/lib/dates'
import { db, transaction } from '@/lib/db'
import { faultOfData } from '@/lib/fault-of-data'
import { expire } from '@/lib/depends'
import { Refusal } from '@/lib/errors'

export type PlacedFile = { file: IncomingFile; position: number }

const PATIENCE_MS = 120_000

/**
 * Brings some files in, or rehearses that: the same decisions, without the writes. New posts come in together, in one transaction
 * with their lines of the report. Answers false when it was asked to stop; what it had not written then is as if never read.
 */
export async function runChunk(run: Run, chunk: PlacedFile[]): Promise<boolean> {
  const known = await knownFiles(run, chunk)
  const arrivals: Arrival[] = []
  const lines: Line[] = []
  for (const { file, position } of chunk) {
    if (await run.look(file.path)) return false
    const told = { path: file.path, position }
    if ('problem' in file) {
      lines.push({ ...nothing, ...told, verdict: 'failed', notes: [file.problem] })
      continue
    }
    for (const media of file.post.media) run.used.add(media.file)
    const stored = known.get(file.path) ?? null
    if (stored?.sha256 === file.sha256) {
      if (!run.finished.has(file.path)) lines.push({ ...nothing, ...told, verdict: 'unchanged' })
      continue
    }
    const failure = await settle(run, { file, position, stored, arrivals })
    if (failure !== null) lines.push({ ...nothing, ...told, verdict: 'failed', notes: [failure] })
  }
  if (arrivals.length > 0) await bringIn(run, arrivals)
  if (lines.length > 0) await transaction((tx) => saveLines(tx, run, lines))
  return true
}

const nothing = { address: null, repairs: [], notes: [], redirects: [] }

type Stored = { sha256: string; postId: string | null }

async function knownFiles({ source }: Run, chunk: PlacedFile[]): Promise<Map<string, Stored>> {
  const rows = await db.sourceFile.findMany({
    where: { source, path: { in: chunk.map(({ file }) => file.path) } },
    select: { path: true, sha256: true, postId: true },
  })
  return new Map(rows.map((row) => [row.path, row]))
}

type Unsettled = { file: ReadFile; position: number; stored: Stored | null; arrivals: Arrival[] }

/** Does what one file needs, or puts it with the new ones. A refusal is its verdict, and the others go on. */
async function settle(run: Run, { file, position, stored, arrivals }: Unsettled): Promise<string | null> {
  try {
    const hasPost = stored !== null && stored.postId !== null
    if (!hasPost && (stored !== null || file.post.kind === 'section'))
      await keepSection(run, { ...file, position })
    else if (hasPost || !(await followMove(run, { ...file, position }))) {
      const addresses = await landMedia(run, file.post)
      const content = contentOfIncoming(file.post, { addresses, bylineIds: [] })
      const { bytes, sha256, post: incoming } = file
      if (hasPost) await updateArrived(run, { ...file, position, content })
      else arrivals.push({ incoming, content, bytes, sha256, position, notes: [...incoming.warnings] })
    }
    return null
  } catch (error) {
    const fault = faultOfData(error)
    if (fault !== null) return sentenceOfFault(fault)
    if (!(error instanceof Refusal) || error.code === 'storage-full') throw error
    const field = error.details.field === undefined ? '' : `${error.details.field}: `
    return `${field}${error.message}`
  }
}

/** When the database refuses the rows of one of them, that one is reported and the others come in all the same. */
async function bringIn(run: Run, arrivals: Arrival[]): Promise<void> {
  try {
    await bringTogether(run, arrivals)
  } catch (error) {
    const fault = faultOfData(error)
    if (fault === null) throw error
    if (arrivals.length === 1) return reportFault(run, arrivals, fault)
    const middle = Math.ceil(arrivals.length / 2)
    await bringIn(run, arrivals.slice(0, middle))
    await bringIn(run, arrivals.slice(middle))
  }
}

async function reportFault(run: Run, arrivals: Arrival[], fault: string): Promise<void> {
  const lines = arrivals.map(({ incoming, position }) => ({
    ...{ ...nothing, path: incoming.path, position, verdict: 'failed' as const },
    notes: [sentenceOfFault(fault)],
  }))
  await transaction((tx) => saveLines(tx, run, lines))
}

function sentenceOfFault(fault: string): string {
  return `the database does not take it: ${fault}`
}

async function bringTogether(run: Run, arrivals: Arrival[]): Promise<void> {
  const taken = await transaction(
    async (tx) => {
      // Its own, and copies, because a transaction may begin again, or fail: what it did counts only when it is through.
      const taken = attemptAt(run.taken)
      const fresh = arrivals.map((arrival) => ({ ...arrival, notes: [...arrival.notes] }))
      if (!run.rehearsing) await lockSlugs(tx)
      const now = await databaseNow(tx)
      const settled = await settleArrivals(tx, fresh, { ...run, taken, now })
      const created = settled.map(({ id, incoming, position, path: address, redirects, notes }) => ({
        path: incoming.path,
        position,
        verdict: 'created' as const,
        address,
        repairs: incoming.repairs,
        notes,
        redirects,
        ...(run.rehearsing ? {} : { postId: id, version: 1 }),
      }))
      if (!run.rehearsing) await writeArrivals(tx, settled, { ...run, now })
      await saveLines(tx, run, created)
      if (run.rehearsing) return taken
      await lockStanding(tx)
      // With each hundred, not at the end: after a kill readers still see what came in.
      await expire(tx, ['all'])
      return taken
    },
    { timeout: PATIENCE_MS },
  )
  keepTaken(run.taken, taken)
}
