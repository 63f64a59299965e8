import { lockSlugs } from '@/domain/posts/slugs'
import { lockStanding } from '@/domain/posts/stale'
import { type Arrival, settleArrivals } from '@/domain/transfer/arrivals'
import { contentOfIncoming } from '@/domain/transfer/incoming-content'
import { keepSection } from '@/domain/transfer/keep-section'
import { landMedia } from '@/domain/transfer/land-media'
import { saveLines } from '@/domain/transfer/lines'
import type { MarkdownFile } from '@/domain/transfer/markdown-files'
import { followMove } from '@/domain/transfer/moved-files'
import type { Line, ReadFile, Run } from '@/domain/transfer/run'
import { updateArrived } from '@/domain/transfer/update-arrived'
import { writeArrivals } from '@/domain/transfer/write-arrivals'
import { db, transaction } from '@/lib/db'
import { databaseNow } from '@/lib/dates'
import { expire } from '@/lib/depends'
import { Refusal } from '@/lib/errors'

export type PlacedFile = { file: MarkdownFile; position: number }

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
    if (!(error instanceof Refusal) || error.code === 'storage-full') throw error
    const field = error.details.field === undefined ? '' : `${error.details.field}: `
    return `${field}${error.message}`
  }
}

async function bringIn(run: Run, arrivals: Arrival[]): Promise<void> {
  await transaction(
    async (tx) => {
      if (!run.rehearsing) await lockSlugs(tx)
      const now = await databaseNow(tx)
      const settled = await settleArrivals(tx, arrivals, { ...run, now })
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
      if (run.rehearsing) return
      await lockStanding(tx)
      // With each hundred, not at the end: after a kill readers still see what came in.
      await expire(tx, ['all'])
    },
    { timeout: PATIENCE_MS },
  )
}
