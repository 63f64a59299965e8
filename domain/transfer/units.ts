import type { Prisma } from '@/generated/prisma/client'
import { readdir, realpath, stat } from 'node:fs/promises'
import { type Actor, allow, canTransfer } from '@/domain/permissions'
import { isFileError } from '@/domain/transfer/source-folder'
import { db } from '@/lib/db'
import { Refusal } from '@/lib/errors'

export const unitSelect = {
  id: true,
  source: true,
  status: true,
  root: true,
  fileName: true,
  byId: true,
  byName: true,
  defaultAuthors: true,
  createdAt: true,
  endedAt: true,
  total: true,
  done: true,
  media: true,
  current: true,
  problem: true,
  cancelAskedAt: true,
  undoEdited: true,
} as const satisfies Prisma.ImportSelect

export type Unit = Prisma.ImportGetPayload<{ select: typeof unitSelect }>

/** Work that goes on, or did when its process died. */
export const WORKING: Unit['status'][] = ['rehearsing', 'importing', 'undoing']
const OPEN: Unit['status'][] = ['importing', 'cancelled', 'failed']

/** The name of the lock that whoever works on a source holds. */
export function lockOf(source: string): string {
  return `octavo:import:${source}`
}

export type Wish = {
  source: string
  /** The folder or file to read, as an absolute path. */
  root: string
  fileName?: string | null
  defaultAuthors?: string[]
}

/** The name of a source as it can be kept and printed: on one line, and what Postgres takes. */
export function sourceNamed(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
  if (plain === '') throw new Refusal('invalid', 'A source needs a name.', { field: 'source' })
  return plain
}

/** Makes the unit of a rehearsal. Refuses with `conflict` while somebody works on the same source. */
export async function openRehearsal(actor: Actor, asked: Wish): Promise<string> {
  allow(canTransfer(actor))
  const wish = { ...asked, source: sourceNamed(asked.source) }
  await expectFree(wish.source)
  return create(actor, wish, 'rehearsing')
}

/** Makes the unit of an import; one of the same source and place that did not come to its end goes on instead. */
export async function openImport(actor: Actor, asked: Wish): Promise<string> {
  allow(canTransfer(actor))
  const wish = { ...asked, source: sourceNamed(asked.source) }
  await expectFree(wish.source)
  const [last] = await db.import.findMany({
    where: { source: wish.source },
    select: { id: true, status: true, root: true },
    orderBy: { createdAt: 'desc' },
    take: 1,
  })
  if (last === undefined || last.root !== wish.root || !OPEN.includes(last.status))
    return create(actor, wish, 'importing')
  await continueUnit(last.id)
  return last.id
}

/** Sets a unit that stands still to work again. */
export async function continueUnit(id: string, status: Unit['status'] = 'importing'): Promise<void> {
  const data = { status, problem: null, cancelAskedAt: null, endedAt: null, done: 0, current: null }
  await db.import.update({ where: { id }, data })
}

/** Refuses, with who and since when, while somebody works on this source. */
export async function expectFree(source: string): Promise<void> {
  if (await isHeld(source)) throw await refusalOfBusy(source)
}

export async function refusalOfBusy(source: string): Promise<Refusal> {
  const unit = await db.import.findFirst({
    where: { source, status: { in: WORKING } },
    select: { byName: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
  })
  const who = unit?.byName ?? 'Somebody'
  const since =
    unit === null ? '' : ` since ${unit.createdAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  return new Refusal(
    'conflict',
    `${who} has been at work on “${source}”${since}. Wait for the end, or cancel it.`,
  )
}

/** Whether some process is at work on this source at this moment. */
export async function isHeld(source: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND (classid::bigint << 32) | objid::bigint = hashtextextended(${lockOf(source)}, 0)) AS held`
  return row?.held === true
}

export async function findUnit(id: string): Promise<Unit> {
  const unit = await db.import.findUnique({ where: { id }, select: unitSelect })
  if (unit === null) throw new Refusal('not-found', 'There is no such import.')
  return unit
}

async function create(actor: Actor, wish: Wish, status: Unit['status']): Promise<string> {
  const { source, root, fileName = null, defaultAuthors = [] } = wish
  await expectReadable(root)
  const by = { byId: actor.id, byName: actor.name }
  const data = { source, root, fileName, defaultAuthors, status, ...by }
  return (await db.import.create({ data, select: { id: true } })).id
}

async function expectReadable(root: string): Promise<void> {
  try {
    const real = await realpath(root)
    if ((await stat(real)).isDirectory()) await readdir(real)
  } catch (error) {
    if (!isFileError(error)) throw error
    throw error.code === 'EACCES'
      ? new Refusal('forbidden', `There is no permission to read ${root}.`)
      : new Refusal('not-found', `There is nothing to read at ${root}.`)
  }
}
