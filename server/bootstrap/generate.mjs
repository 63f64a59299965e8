import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readMarker, writeMarker } from './fingerprint.mjs'
import { runQuietly } from './run-quietly.mjs'
import { step } from './step.mjs'

/** Makes the Prisma client from the schema when either has changed. */
export async function generateClient(root) {
  if (!existsSync(join(root, 'prisma', 'schema.prisma'))) return
  const marker = join(root, 'generated', '.made-from')
  const wanted = fingerprint(root, [
    'prisma/schema.prisma',
    'prisma.config.ts',
    'node_modules/prisma/package.json',
  ])
  if (readMarker(marker) === wanted && existsSync(join(root, 'generated', 'prisma'))) return
  const args = [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate']
  const engine = join(root, 'prisma', 'schema-engine.mjs')
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_SCHEMA_ENGINE_BINARY: engine }
  await step('Making the database client', () =>
    runQuietly('The database client could not be made.', [process.execPath, ...args], { cwd: root, env }),
  )
  writeMarker(marker, wanted)
}
