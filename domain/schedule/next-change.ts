import { db } from '@/lib/db'

/**
 * Milliseconds, by the database's clock, until the next moment at which the clock alone changes what readers see: something goes
 * live or leaves. Null when nothing is planned.
 */
export async function millisecondsToNextChange(): Promise<number | null> {
  const [row] = await db.$queryRaw<{ ms: number | null }[]>`
    SELECT (extract(epoch FROM least(
      (SELECT min(visible_from) FROM publication WHERE visible_from > now()),
      (SELECT min(visible_until) FROM publication WHERE visible_until > now())) - now()) * 1000)::float8 AS ms`
  return row?.ms ?? null
}
