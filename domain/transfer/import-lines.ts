import { Prisma } from '@/generated/prisma/client'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import type { ReportFilter, ReportListing } from '@/domain/transfer/import-schema'
import { type FileReport, VERDICTS, type Verdict } from '@/domain/transfer/report'
import { db } from '@/lib/db'
import { likePattern } from '@/lib/like-pattern'

const lineSelect = {
  path: true,
  verdict: true,
  address: true,
  repairs: true,
  notes: true,
  redirects: true,
} as const

/** The whole report of a unit, in the order of the source. */
export async function listLines(importId: string): Promise<FileReport[]> {
  const rows = await db.importFile.findMany({
    where: { importId },
    select: lineSelect,
    orderBy: [{ position: 'asc' }, { path: 'asc' }],
  })
  return rows.map((row) => ({ ...row, verdict: verdictOf(row.verdict) }))
}

const PER_PAGE = 100

export type ReportPage = { files: FileReport[]; total: number; pages: number }

/** A page of a report, narrowed to lines that say `q` somewhere. */
export async function listReport(
  actor: Actor,
  { id, q, show, page }: ReportListing & { id: string },
): Promise<ReportPage> {
  allow(canTransfer(actor))
  const pattern = likePattern(q)
  const where = Prisma.sql`import_id = ${id}::uuid AND ${conditions(show)} AND (${q} = '' OR
    concat_ws(' ', path, address, array_to_string(repairs || notes || redirects, ' ')) ILIKE ${pattern})`
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM import_file WHERE ${where}`
  const rows = await db.$queryRaw<(Omit<FileReport, 'verdict'> & { verdict: string })[]>`
    SELECT path, verdict, address, repairs, notes, redirects FROM import_file WHERE ${where}
    ORDER BY position, path LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}`
  const total = counted?.total ?? 0
  const files = rows.map((row) => ({ ...row, verdict: verdictOf(row.verdict) }))
  return { files, total, pages: Math.max(1, Math.ceil(total / PER_PAGE)) }
}

function conditions(show: ReportFilter): Prisma.Sql {
  if (show === 'all') return Prisma.sql`true`
  if (show === 'repaired') return Prisma.sql`cardinality(repairs) > 0`
  if (show === 'redirected') return Prisma.sql`cardinality(redirects) > 0`
  if (show === 'noted') return Prisma.sql`cardinality(notes) > 0`
  return Prisma.sql`verdict = ${show}`
}

/** What the table holds is one of them by its own rule. */
export function verdictOf(text: string): Verdict {
  return VERDICTS.find((verdict) => verdict === text) ?? 'failed'
}
