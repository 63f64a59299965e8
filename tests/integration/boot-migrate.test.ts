import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDataFolder } from '@/server/data-folder'
import { type RunningPostgres, createDatabase, startEmbeddedPostgres } from '@/server/embedded-postgres'
import { migrate } from '@/server/migrate'
import { makeDataDir } from '@/tests/support/boot'

const COPIED = [
  'package.json',
  'prisma.config.ts',
  'prisma/schema.prisma',
  'prisma/schema-engine.mjs',
  'prisma/schema-engine-connection.mjs',
]
const dataDir = makeDataDir()
const quiet = () => undefined
let postgres: RunningPostgres

beforeAll(async () => {
  await openDataFolder(dataDir)
  postgres = await startEmbeddedPostgres({ dataDir, say: quiet })
})
afterAll(() => postgres.stop())

test('three that migrate at once leave one history, and the next has nothing to do', async () => {
  const url = await createDatabase(postgres.url, 'parallel')
  await Promise.all([1, 2, 3].map(() => migrate(url, { say: quiet })))
  const said: string[] = []
  await migrate(url, { say: (line) => said.push(line) })
  expect(said).toEqual([])
  const history = await read(url, 'SELECT DISTINCT migration_name FROM _prisma_migrations')
  expect(await read(url, 'SELECT migration_name FROM _prisma_migrations')).toHaveLength(history.length)
})

test('a migration that a kill left unfinished is applied by the next start', async () => {
  const root = makeProject({ '1_first': 'CREATE TABLE first (i int);' })
  const url = await createDatabase(postgres.url, 'killed')
  await migrate(url, { say: quiet, root })
  addMigration(root, '2_second', 'CREATE TABLE second (i int);')
  await read(
    url,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'unfinished', '2_second')`,
  )
  await migrate(url, { say: quiet, root })
  expect(await read(url, 'SELECT i FROM second')).toEqual([])
})

test('a migration that fails keeps nothing of itself and is tried again once it is mended', async () => {
  const broken = 'CREATE TABLE kept (i int); SELECT * FROM nowhere;'
  const root = makeProject({ '1_first': broken })
  const url = await createDatabase(postgres.url, 'failed')
  await expect(migrate(url, { say: quiet, root })).rejects.toThrow('nowhere')
  expect(await read(url, "SELECT 1 FROM pg_tables WHERE tablename = 'kept'")).toEqual([])
  addMigration(root, '1_first', 'CREATE TABLE kept (i int);')
  await migrate(url, { say: quiet, root })
  expect(await read(url, 'SELECT i FROM kept')).toEqual([])
})

test('a migration that was edited after it was applied is left alone without a word', async () => {
  const root = makeProject({ '1_first': 'CREATE TABLE edited (i int);' })
  const url = await createDatabase(postgres.url, 'edited')
  await migrate(url, { say: quiet, root })
  addMigration(root, '1_first', 'CREATE TABLE edited (i int); -- a remark')
  const said: string[] = []
  await migrate(url, { say: (line) => said.push(line), root })
  expect(said).toEqual([])
})

test('a schema named like the user of the database receives nothing', async () => {
  const root = makeProject({ '1_first': 'CREATE TABLE placed (i int);' })
  const url = await createDatabase(postgres.url, 'placed')
  await read(url, 'CREATE SCHEMA octavo')
  await migrate(url, { say: quiet, root })
  expect(await read(url, "SELECT 1 FROM pg_tables WHERE schemaname = 'octavo'")).toEqual([])
  expect(await read(url, 'SELECT i FROM public.placed')).toEqual([])
})

test('functions with semicolons, views, extensions and exclusion constraints survive the journey', async () => {
  const root = makeProject({
    '1_first': `CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;
      CREATE TABLE spans (name text, span tstzrange, EXCLUDE USING gist (name WITH =, span WITH &&));
      CREATE FUNCTION parts() RETURNS text AS $$ BEGIN RETURN 'a;b'; END; $$ LANGUAGE plpgsql;
      CREATE VIEW live AS SELECT name FROM spans WHERE now() <@ span; -- the last word is a comment`,
  })
  const url = await createDatabase(postgres.url, 'journey')
  await migrate(url, { say: quiet, root })
  expect(await read(url, 'SELECT parts() AS word')).toEqual([{ word: 'a;b' }])
})

test('a database that a newer version has migrated is refused', async () => {
  const root = makeProject({ '1_first': 'SELECT 1;', '2_second': 'SELECT 1;' })
  const url = await createDatabase(postgres.url, 'newer')
  await migrate(url, { say: quiet, root })
  const older = makeProject({ '1_first': 'SELECT 1;' })
  await expect(migrate(url, { say: quiet, root: older })).rejects.toMatchObject({ code: 'unsupported' })
})

function makeProject(migrations: Record<string, string>): string {
  const root = makeDataDir()
  mkdirSync(join(root, 'prisma', 'migrations'), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  for (const name of COPIED) cpSync(join(process.cwd(), name), join(root, name))
  writeFileSync(join(root, 'prisma', 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n')
  for (const [name, script] of Object.entries(migrations)) addMigration(root, name, script)
  return root
}

function addMigration(root: string, name: string, script: string) {
  const folder = join(root, 'prisma', 'migrations', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), script)
}

async function read(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
