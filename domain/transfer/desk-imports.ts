import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { verdictOf } from '@/domain/transfer/import-lines'
import { importSentence, type ImportState, type Verdicts } from '@/domain/transfer/transfer'
import { isHeld, type Unit, unitSelect } from '@/domain/transfer/units'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'
import type { Verdict } from '@/domain/transfer/report'

export type DeskImport = {
  id: string
  source: string
  fileName: string | null
  status: ImportState
  /** Where it stands, in one sentence. */
  sentence: string
  isRunning: boolean
  byName: string
  createdAt: Date
  done: number
  total: number
  current: string | null
  /** Whether what it reads is still there. */
  hasSource: boolean
  isCancelling: boolean
  verdicts: Verdicts
  media: number
  /** How many files were repaired, have old addresses that lead to them, and have something to be known. */
  repaired: number
  redirected: number
  noted: number
  /** Whether something of it can be undone. */
  isUndoable: boolean
}

const LISTED = 50

/** The imports and rehearsals there were, the newest first. */
export async function listImports(actor: Actor): Promise<DeskImport[]> {
  allow(canTransfer(actor))
  const units = await db.import.findMany({ select: unitSelect, orderBy: { createdAt: 'desc' }, take: LISTED })
  return Promise.all(units.map(shown))
}

export async function getImport(actor: Actor, id: string): Promise<DeskImport> {
  allow(canTransfer(actor))
  const unit = await db.import.findUnique({ where: { id }, select: unitSelect })
  if (unit === null) throw new Refusal('not-found', 'There is no such import.')
  return shown(unit)
}

/** The last import that can be undone, of one source or of any. */
export async function findLastImport(
  actor: Actor,
  source: string | null,
): Promise<{ id: string; source: string } | null> {
  allow(canTransfer(actor))
  const files = {
    some: { rehearsed: false, undone: false, verdict: { in: ['created', 'updated', 'revision'] } },
  }
  return db.import.findFirst({
    where: { status: { notIn: ['rehearsing', 'rehearsed'] }, files, ...(source === null ? {} : { source }) },
    select: { id: true, source: true },
    orderBy: { createdAt: 'desc' },
  })
}

/** The names of the sources there are: the same name finds the same posts again. */
export async function listSources(actor: Actor): Promise<string[]> {
  allow(canTransfer(actor))
  const rows = await db.sourceFile.findMany({ distinct: ['source'], select: { source: true } })
  return rows.map(({ source }) => source).sort()
}

async function shown(unit: Unit): Promise<DeskImport> {
  const [counts, isRunning] = await Promise.all([
    db.$queryRaw<Count[]>`
      SELECT verdict, count(*)::int AS files, count(*) FILTER (WHERE cardinality(repairs) > 0)::int AS repaired,
        count(*) FILTER (WHERE cardinality(redirects) > 0)::int AS redirected, count(*) FILTER (WHERE cardinality(notes) > 0)::int AS noted,
        count(*) FILTER (WHERE NOT rehearsed AND NOT undone AND verdict IN ('created', 'updated', 'revision', 'kept', 'moved'))::int AS undoable
      FROM import_file WHERE import_id = ${unit.id}::uuid GROUP BY verdict`,
    unit.endedAt === null ? isHeld(unit.source) : false,
  ])
  const verdicts: Verdicts = Object.fromEntries(
    counts.map(({ verdict, files }): [Verdict, number] => [verdictOf(verdict), files]),
  )
  const { id, source, fileName, status, byName, createdAt, done, total, current, media } = unit
  return {
    ...{ id, source, fileName, status, byName, createdAt, done, total, current, media, verdicts, isRunning },
    repaired: sumOf(counts, 'repaired'),
    redirected: sumOf(counts, 'redirected'),
    noted: sumOf(counts, 'noted'),
    isUndoable: status !== 'rehearsing' && status !== 'rehearsed' && sumOf(counts, 'undoable') > 0,
    hasSource: unit.root !== null,
    isCancelling: unit.cancelAskedAt !== null,
    sentence: importSentence({ ...unit, isRunning, verdicts }),
  }
}

type Count = {
  verdict: string
  files: number
  repaired: number
  redirected: number
  noted: number
  undoable: number
}

function sumOf(counts: Count[], part: Exclude<keyof Count, 'verdict'>): number {
  return counts.reduce((sum, count) => sum + count[part], 0)
}
