import type { Tx } from '@/lib/db'

/** The database's clock, which decides what readers see. Inside a transaction: its beginning. */
export async function databaseNow(tx: Pick<Tx, '$queryRaw'>): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()::timestamptz(3) AS now`
  if (row === undefined) throw new Error('SELECT now() answered nothing')
  return row.now
}
