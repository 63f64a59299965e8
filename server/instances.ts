import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Client } from 'pg'

/** A server process as the desk names it. */
export type Instance = { id: string; name: string }

/** One that was not heard of for this long does nothing, even where Postgres takes its connection for alive. */
export const SILENT_SECONDS = 20

/** A name that tells this process from another of the same machine. */
export function instanceOf(pid: number): Instance {
  return { id: randomUUID(), name: `${hostname()}, process ${pid}` }
}

/** Says that this process is there and takes jobs as `poolId`. Those that were silent for a day are forgotten. */
export async function beat(client: Client, { id, name }: Instance, poolId: string): Promise<void> {
  await client.query(
    `INSERT INTO instance (id, name, pool_id) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET beat_at = now(), pool_id = excluded.pool_id`,
    [id, name, poolId],
  )
  await client.query(`DELETE FROM instance WHERE beat_at < now() - interval '1 day'`)
}

export async function leave(client: Client, { id }: Instance): Promise<void> {
  await client.query('DELETE FROM instance WHERE id = $1', [id])
}
