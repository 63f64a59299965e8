import { record } from '@/domain/events/commands'
import { idsOfAuthors } from '@/domain/people/authors'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { lockSlugs } from '@/domain/posts/slugs'
import { lockStanding } from '@/domain/posts/stale'
import { getSettings } from '@/domain/settings/queries'
import { type Arrival, settleArrivals } from '@/domain/transfer/arrivals'
import { contentOfIncoming } from '@/domain/transfer/incoming-content'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import { countMarkdownFiles, type MarkdownFile, readMarkdownFolder } from '@/domain/transfer/markdown-files'
import { keepMarks } from '@/domain/transfer/keep-marks'
import { landMedia } from '@/domain/transfer/land-media'
import { keepSection, updateArrived } from '@/domain/transfer/update-arrived'
import type { FileReport, ImportReport } from '@/domain/transfer/report'
import { writeArrivals } from '@/domain/transfer/write-arrivals'
import { db } from '@/lib/db'
import { databaseNow } from '@/lib/dates'
import { expire } from '@/lib/depends'
import { Refusal } from '@/lib/errors'

type ImportOptions = {
  /** A folder or one Markdown file. */
  root: string
  /** The source's name: with the path in it the identity of a file, so that importing again finds it. */
  source: string
  /** Who stands above posts that name nobody. */
  defaultAuthors?: string[]
  onProgress?(done: number, total: number): void
}

type Job = {
  actor: Actor
  root: string
  source: string
  defaultAuthors: string[]
  language: string
  report: ImportReport
}
type ReadFile = MarkdownFile & { post: IncomingPost }

const CHUNK = 100

/**
 * Brings a folder of Markdown in: new files become posts, changed ones change theirs, known ones are left alone. A bad file is
 * reported and does not stop the rest. What was written stays after a kill; the same import again goes on from there.
 */
export async function importMarkdown(actor: Actor, options: ImportOptions): Promise<ImportReport> {
  allow(canTransfer(actor))
  const { root, source, defaultAuthors = [], onProgress } = options
  const { timeZone, language } = await getSettings()
  const report: ImportReport = { source, files: [], media: 0, redirects: 0 }
  const job: Job = { actor, root, source, defaultAuthors, language, report }
  const total = await countMarkdownFiles(root)
  onProgress?.(0, total)
  for await (const chunk of inChunks(readMarkdownFolder(root, { zone: timeZone }))) {
    await importChunk(job, chunk)
    onProgress?.(report.files.length, total)
  }
  await keepMarks(root, source)
  await db.$transaction((tx) =>
    record(tx, { type: 'import.finished', actor, data: { source }, expires: ['all'] }),
  )
  return report
}

async function importChunk(job: Job, chunk: MarkdownFile[]): Promise<void> {
  const paths = chunk.map(({ path }) => path)
  const rows = await db.sourceFile.findMany({
    where: { source: job.source, path: { in: paths } },
    select: { path: true, sha256: true },
  })
  const known = new Map(rows.map(({ path, sha256 }) => [path, sha256]))
  const arrivals: ReadFile[] = []
  for (const file of chunk) {
    if ('problem' in file) note(job, { path: file.path, verdict: 'failed', notes: [file.problem] })
    else if (known.get(file.path) === file.sha256)
      note(job, { path: file.path, verdict: 'unchanged', notes: [] })
    else if (file.post.kind === 'section') await settle(job, file, () => keepSection(job.source, file))
    else if (known.has(file.path))
      await settle(job, file, async () => updateArrived(job, { ...file, content: await land(job, file) }))
    else arrivals.push(file)
  }
  await writeChunk(job, arrivals)
}

async function writeChunk(job: Job, files: ReadFile[]): Promise<void> {
  const arrivals: Arrival[] = []
  for (const file of files) {
    await settle(job, file, async () => {
      const content = await land(job, file)
      const notes = [...file.post.repairs, ...file.post.warnings]
      arrivals.push({ incoming: file.post, content, bytes: file.bytes, sha256: file.sha256, notes })
      return null
    })
  }
  if (arrivals.length === 0) return
  const settled = await db.$transaction(
    async (tx) => {
      await lockSlugs(tx)
      const now = await databaseNow(tx)
      const settled = await settleArrivals(tx, arrivals, { language: job.language, now })
      job.report.redirects += await writeArrivals(tx, settled, { actor: job.actor, source: job.source, now })
      await lockStanding(tx)
      // With each hundred, not at the end: after a kill readers still see what came in.
      await expire(tx, ['all'])
      return settled
    },
    { timeout: 120_000 },
  )
  for (const { incoming, path, notes } of settled)
    note(job, { path: incoming.path, verdict: 'created', address: path, notes })
}

/** Brings the pictures of a file in and finds the people above it. */
async function land(job: Job, { post }: ReadFile) {
  const { addresses, added } = await landMedia({ ...job, post })
  job.report.media += added
  const names = post.authors.length === 0 ? job.defaultAuthors : post.authors
  const bylineIds = await db.$transaction((tx) => idsOfAuthors(tx, names))
  return contentOfIncoming(post, { addresses, bylineIds })
}

/** Runs the work on one file; a refusal is its verdict and the others go on. */
async function settle(
  job: Job,
  file: ReadFile,
  work: () => Promise<Omit<FileReport, 'path'> | null>,
): Promise<void> {
  try {
    const verdict = await work()
    if (verdict !== null) note(job, { ...verdict, path: file.path })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const field = error.details.field === undefined ? '' : `${error.details.field}: `
    note(job, { path: file.path, verdict: 'failed', notes: [`${field}${error.message}`] })
  }
}

function note({ report }: Job, file: Omit<FileReport, 'address'> & { address?: string | null }): void {
  report.files.push({ address: null, ...file })
}

async function* inChunks(files: AsyncIterable<MarkdownFile>): AsyncGenerator<MarkdownFile[]> {
  let chunk: MarkdownFile[] = []
  for await (const file of files) {
    chunk.push(file)
    if (chunk.length === CHUNK) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
