import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { expect, test } from 'vitest'

test('a test file starts with a migrated database and a data folder of its own', async () => {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query(
    'SELECT current_database() AS name, count(*)::int AS migrations FROM _prisma_migrations',
  )
  await client.end()
  expect(rows[0].name).toMatch(/^test_/)
  expect(rows[0].migrations).toBeGreaterThan(0)
  expect(existsSync(process.env.DATA_DIR ?? '')).toBe(true)
})
