import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

import { startEmbeddedPostgres } from '@/server/embedded-postgres'
import { migrate } from '@/server/migrate'
import { createDatabase } from '@/tests/support/create-database'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the migrated database that every test file starts as a copy of. */
    templateUrl: string
  }
}

/** One Postgres for the whole run, in a folder that goes when the run ends. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-postgres-'))
  const postgres = await startEmbeddedPostgres({ dataDir: folder, say: ignore })
  const templateUrl = await createDatabase(postgres.url, { name: 'octavo_template' })
  await migrate(templateUrl, { say: ignore })
  project.provide('templateUrl', templateUrl)
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function ignore() {}
