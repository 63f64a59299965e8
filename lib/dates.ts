import type { Tx } from '@/lib/db'

/**
 * The database's clock, which decides what readers see. Not the beginning of the transaction: of two that change one post the
 * second may have begun first, and waited.
 */
export async function databaseNow(tx: Pick<Tx, '$queryRaw'>): Promise<Date> {
  const [row] = await tx.$queryRaw<
    { now: Date }[]
  >`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`
  if (row === undefined) throw new Error('the database did not say what time it is')
  return row.now
}
