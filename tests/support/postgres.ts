import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

import { createDatabase, startEmbeddedPostgres } from '@/server/embedded-postgres'
import { migrate } from '@/server/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Postgres of this run, and the migrated database that every test file starts as a copy of. */
    postgres: { url: string; template: string }
  }
}

const TEMPLATE = 'octavo_template'

/** One Postgres for the whole run, in a folder that goes when the run ends. */
export async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'octavo-postgres-'))
  const postgres = await startEmbeddedPostgres({ dataDir, say: ignore })
  async function teardown() {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(await createDatabase(postgres.url, TEMPLATE), { say: ignore })
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('postgres', { url: postgres.url, template: TEMPLATE })
  return teardown
}

function ignore() {}
