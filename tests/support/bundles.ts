import { join } from 'node:path'

import { bundle } from '@/server/bootstrap/bundle.mjs'
import { generateClient } from '@/server/bootstrap/generate.mjs'

/** The database client and the render worker are made from source; a run of vitest alone makes them as every command does. */
export async function setup() {
  const root = join(import.meta.dirname, '../..')
  await generateClient(root)
  await bundle(root)
}
