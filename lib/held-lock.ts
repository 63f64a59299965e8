import { Client } from 'pg'

export type HeldLock = { isHeld(): boolean; release(): Promise<void> }

/**
 * A lock of the whole blog that lasts as long as this process or until `release`: the database drops it with the connection, so a
 * kill leaves nothing behind. Null when somebody else has it.
 */
export async function holdLock(name: string): Promise<HeldLock | null> {
  let held = true
  const client = new Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5_000 })
  client.on('error', () => (held = false))
  await client.connect()
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got',
      [name],
    )
    if (rows[0]?.got === true) return { isHeld: () => held, release: () => client.end() }
  } catch (error) {
    await client.end()
    throw error
  }
  await client.end()
  return null
}
