import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { getSettings } from '@/domain/settings/queries'
import { verdictOf } from '@/domain/transfer/import-lines'
import { keepMarks } from '@/domain/transfer/keep-marks'
import { saveLines } from '@/domain/transfer/lines'
import { readMarkdownFolder } from '@/domain/transfer/markdown-files'
import { findGone } from '@/domain/transfer/moved-files'
import { type GoneFile, type Line, nothingTaken, type Run, type Watching } from '@/domain/transfer/run'
import { type PlacedFile, runChunk } from '@/domain/transfer/run-chunk'
import { listSource, type SourceListing } from '@/domain/transfer/source-folder'
import { leftOver } from '@/domain/transfer/left-over'
import { keepPace } from '@/domain/transfer/pace'
import { planArrivals } from '@/domain/transfer/plan-arrivals'
import type { PlannedPage } from '@/domain/transfer/planned-addresses'
import type { Unit } from '@/domain/transfer/units'
import { db, transaction } from '@/lib/db'
import { Refusal } from '@/lib/errors'

const CHUNK = 100
const CHUNK_BYTES = 4 * 1024 * 1024

/** Reads the source of a unit file by file and brings it in, or rehearses that. Answers whether it came to its end. */
export async function readSource(
  actor: Actor,
  unit: Unit,
  watching: Watching & { isStopped(): boolean },
): Promise<boolean> {
  allow(canTransfer(actor))
  const { timeZone, language } = await getSettings()
  const listing = await listRoot(unit)
  const run = await prepare({ actor, unit, listing, language })
  const pace = keepPace(unit, { total: listing.markdown.length, ...watching })
  await pace.tell()
  run.look = (path) => pace.look(path)
  const plan = (pages: PlannedPage[]) => planArrivals(pages, { source: unit.source, language })
  for await (const chunk of inChunks(readMarkdownFolder(unit.root ?? '', { zone: timeZone, plan }))) {
    if (!(await runChunk(run, chunk))) return pace.stop(run)
    pace.done += chunk.length
  }
  await saveRest(run, listing)
  if (!run.rehearsing) await keepMarks(unit.root ?? '', run.source)
  await pace.finish(run)
  return true
}

async function listRoot({ root }: Unit): Promise<SourceListing> {
  if (root === null)
    throw new Refusal('not-found', 'What was uploaded is not here any more. Upload it again.')
  return listSource(root)
}

type Preparing = { actor: Actor; unit: Unit; listing: SourceListing; language: string }

async function prepare({ actor, unit, listing, language }: Preparing): Promise<Run> {
  const { id, source, defaultAuthors } = unit
  const rows = await db.importFile.findMany({
    where: { importId: id, rehearsed: false },
    select: { path: true, verdict: true },
  })
  const rehearsing = unit.status === 'rehearsing'
  return {
    ...{ id, actor, source, defaultAuthors, language, rehearsing },
    root: listing.folder,
    taken: nothingTaken(),
    landed: new Map(),
    media: unit.status === 'rehearsing' ? 0 : unit.media,
    used: new Set(),
    gone: listing.isFolder ? await findGone(source, listing.files) : new Map<string, GoneFile>(),
    finished: new Map(rows.map(({ path, verdict }) => [path, verdictOf(verdict)])),
    look: async () => false,
  }
}

/** Files of the source that nothing took, and files that are not in it any more. */
async function saveRest(run: Run, listing: SourceListing): Promise<void> {
  const position = listing.markdown.length
  const nothing = { address: null, repairs: [], redirects: [] }
  const missing = [...run.gone.values()].map(({ path }) => ({
    path,
    verdict: 'missing' as const,
    notes: ['it is not in the source any more; what came from it stays'],
  }))
  const left = leftOver(listing, run.used).map((path) => ({
    path,
    verdict: 'left' as const,
    notes: ['no text refers to it, so it did not come along'],
  }))
  const lines: Line[] = [...missing, ...left].map((line, at) => ({
    ...nothing,
    ...line,
    position: position + at,
  }))
  await transaction((tx) => saveLines(tx, run, lines))
}

/** A hundred files at a time, fewer when they are large: that much is in memory at once. */
async function* inChunks(files: AsyncIterable<PlacedFile['file']>): AsyncGenerator<PlacedFile[]> {
  let chunk: PlacedFile[] = []
  let bytes = 0
  let position = 0
  for await (const file of files) {
    chunk.push({ file, position: position++ })
    bytes += file.bytes.length
    if (chunk.length < CHUNK && bytes < CHUNK_BYTES) continue
    yield chunk
    chunk = []
    bytes = 0
  }
  if (chunk.length > 0) yield chunk
}
