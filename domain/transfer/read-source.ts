import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { getSettings } from '@/domain/settings/queries'
import { verdictOf } from '@/domain/transfer/import-lines'
import { keepFiles } from '@/domain/transfer/keep-files'
import { saveLines } from '@/domain/transfer/lines'
import { markdownReader } from '@/domain/transfer/markdown-reader'
import { findGone } from '@/domain/transfer/moved-files'
import type { OpenedSource, Reader } from '@/domain/transfer/reader'
import type { GoneFile, Line, Run, Watching } from '@/domain/transfer/run'
import { type PlacedFile, runChunk } from '@/domain/transfer/run-chunk'
import { keepPace } from '@/domain/transfer/pace'
import { planArrivals } from '@/domain/transfer/plan-arrivals'
import type { PlannedPage } from '@/domain/transfer/planned-addresses'
import { nothingTaken } from '@/domain/transfer/taken'
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
  const opened = await openSource(unit)
  const run = await prepare({ actor, unit, opened, language })
  const pace = keepPace(unit, { total: opened.total, ...watching })
  await pace.tell()
  run.look = (path) => pace.look(path)
  const plan = (pages: PlannedPage[]) => planArrivals(pages, { source: unit.source, language })
  for await (const chunk of inChunks(opened.read({ zone: timeZone, plan }))) {
    if (!(await runChunk(run, chunk))) return pace.stop(run)
    pace.done += chunk.length
  }
  await saveRest(run, opened)
  if (!run.rehearsing) await keepFiles(run.source, opened.kept())
  await pace.finish(run)
  return true
}

/** Every source is Markdown so far; what a unit holds would say which reader it needs. */
const reader: Reader = markdownReader

async function openSource({ root }: Unit): Promise<OpenedSource> {
  if (root === null)
    throw new Refusal('not-found', 'What was uploaded is not here any more. Upload it again.')
  return reader.open(root)
}

type Preparing = { actor: Actor; unit: Unit; opened: OpenedSource; language: string }

async function prepare({ actor, unit, opened, language }: Preparing): Promise<Run> {
  const { id, source, defaultAuthors } = unit
  const rows = await db.importFile.findMany({
    where: { importId: id, rehearsed: false },
    select: { path: true, verdict: true },
  })
  const rehearsing = unit.status === 'rehearsing'
  return {
    ...{ id, actor, source, defaultAuthors, language, rehearsing },
    root: opened.folder,
    taken: nothingTaken({ pin: (await db.post.count({ where: { pinned: true, trashedAt: null } })) > 0 }),
    landed: new Map(),
    media: unit.status === 'rehearsing' ? 0 : unit.media,
    used: new Set(),
    gone: opened.paths === null ? new Map<string, GoneFile>() : await findGone(source, opened.paths),
    finished: new Map(rows.map(({ path, verdict }) => [path, verdictOf(verdict)])),
    look: async () => false,
  }
}

/** Files of the source that nothing took, and files that are not in it any more. */
async function saveRest(run: Run, opened: OpenedSource): Promise<void> {
  const nothing = { address: null, repairs: [], redirects: [] }
  const missing = [...run.gone.values()].map(({ path }) => ({
    path,
    verdict: 'missing' as const,
    notes: ['it is not in the source any more; what came from it stays'],
  }))
  const left = opened
    .leftOver(run.used)
    .map(({ path, note }) => ({ path, verdict: 'left' as const, notes: [note] }))
  const lines: Line[] = [...missing, ...left].map((line, at) => ({
    ...nothing,
    ...line,
    position: opened.total + at,
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
