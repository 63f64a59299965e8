import { findAuthors, idsOfAuthors } from '@/domain/people/authors'
import { idsOfNames, knownNames, lockNames } from '@/domain/tags/naming'
import { foldName } from '@/domain/tags/tag'
import type { Run } from '@/domain/transfer/run'
import type { Tx } from '@/lib/db'

type Unit = Pick<Run, 'id'>

/** The ids of tags or series by their names; those that are new are made, and belong to the unit. */
export async function bringNames(
  tx: Tx,
  unit: Unit,
  { table, names }: { table: 'tag' | 'series'; names: string[] },
): Promise<Map<string, string>> {
  const distinct = [...new Set(names)].filter((name) => foldName(name) !== '')
  await lockNames(tx)
  const known = await knownNames(tx, table, distinct)
  const ids = await idsOfNames(tx, table, distinct)
  await remember(tx, unit, { kind: table, ids: ids.filter((id) => !known.has(id)) })
  return new Map(distinct.flatMap((name, at) => (ids[at] === undefined ? [] : [[name, ids[at]] as const])))
}

/** The same for the people above posts, who get no account. */
export async function bringAuthors(tx: Tx, unit: Unit, names: string[]): Promise<Map<string, string>> {
  const distinct = [...new Set(names)]
  if (distinct.length === 0) return new Map()
  await lockNames(tx)
  const known = await findAuthors(tx, distinct)
  const ids = await idsOfAuthors(tx, distinct)
  await remember(tx, unit, { kind: 'person', ids: ids.filter((_id, at) => !known.has(distinct[at] ?? '')) })
  return new Map(distinct.flatMap((name, at) => (ids[at] === undefined ? [] : [[name, ids[at]] as const])))
}

async function remember(tx: Tx, { id }: Unit, { kind, ids }: { kind: string; ids: string[] }): Promise<void> {
  if (ids.length === 0) return
  await tx.importThing.createMany({
    data: [...new Set(ids)].map((key) => ({ importId: id, kind, key })),
    skipDuplicates: true,
  })
}
