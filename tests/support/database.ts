import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'

import { createDatabase } from '@/server/embedded-postgres'

// A setup file runs before its test file is imported, so `@/lib/db` meets this file's own database.
const { url, template } = inject('postgres')
const name = `test_${randomBytes(6).toString('hex')}`
const dataDir = await mkdtemp(join(tmpdir(), 'octavo-data-'))

process.env.DATABASE_URL = await createDatabase(url, name, template)
process.env.DATA_DIR = dataDir

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true })
})
