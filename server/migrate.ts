import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { Refusal } from '@/lib/errors'
import { projectRoot } from './project-root'

const OUR_LOCK = 7_204_000
/** Held by the schema engine and by its running script (prisma/schema-engine-connection.mjs), also when orphaned. */
const ENGINE_LOCKS = [7_204_001, 7_204_002]

type Row = { migration_name: string; finished: boolean }

/**
 * Brings a database up to date: ours by Prisma, the job queue's by its own. Safe to call often, in parallel, and after
 * a kill. `root` is the folder with prisma/ and node_modules/. Refuses a database that a newer Octavo has migrated.
 */
export async function migrate(
  databaseUrl: string,
  { say, root = projectRoot() }: { say(line: string): void; root?: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A lost connection fails the query that needs it.
  client.on('error', () => {})
  await client.connect()
  try {
    const migrations = await readMigrations(join(root, 'prisma', 'migrations'))
    if (await isCurrent(client, migrations, root)) return
    await takeLock(client, say)
    if (await isCurrent(client, migrations, root)) return
    say('Updating the database.')
    await forgetUnfinished(client, databaseUrl, root)
    await runPrisma(['migrate', 'deploy'], databaseUrl, root)
    await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => {}) })
  } finally {
    await client.end()
  }
}

/** By name, as Prisma itself decides: it never applies again what was changed afterwards, so a checksum proves nothing. */
async function isCurrent(client: pg.Client, migrations: string[], root: string): Promise<boolean> {
  const rows = await appliedRows(client)
  const foreign = rows.find(({ migration_name }) => !migrations.includes(migration_name))
  if (foreign !== undefined)
    throw new Refusal(
      'unsupported',
      `The database was updated by a newer Octavo (${foreign.migration_name} is unknown here). Nothing was changed; start the newer version.`,
    )
  const applied = new Set(rows.map((row) => row.migration_name))
  const ours = rows.every((row) => row.finished) && migrations.every((name) => applied.has(name))
  return ours && (await isQueueCurrent(client, root))
}

async function isQueueCurrent(client: pg.Client, root: string): Promise<boolean> {
  if (!(await tableExists(client, 'graphile_worker.migrations'))) return false
  const files = await readdir(join(root, 'node_modules', 'graphile-worker', 'sql'))
  const newest = Math.max(...files.map((file) => Number.parseInt(file, 10)).filter(Number.isInteger))
  const { rows } = await client.query<{ id: number }>(
    'SELECT max(id)::int AS id FROM graphile_worker.migrations',
  )
  return (rows[0]?.id ?? 0) >= newest
}

/** A migration runs in one transaction, so an unfinished row of a dead engine means that nothing of it was kept. */
async function forgetUnfinished(client: pg.Client, databaseUrl: string, root: string) {
  for (const lock of ENGINE_LOCKS) {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    await client.query('SELECT pg_advisory_unlock($1)', [lock])
  }
  const unfinished = (await appliedRows(client)).filter((row) => !row.finished)
  for (const { migration_name } of unfinished)
    await runPrisma(['migrate', 'resolve', '--rolled-back', migration_name], databaseUrl, root)
}

async function takeLock(client: pg.Client, say: (line: string) => void) {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    OUR_LOCK,
  ])
  if (rows[0]?.taken === true) return
  say('Waiting for another process that is updating the database.')
  await client.query('SELECT pg_advisory_lock($1)', [OUR_LOCK])
}

async function appliedRows(client: pg.Client): Promise<Row[]> {
  if (!(await tableExists(client, 'public._prisma_migrations'))) return []
  const { rows } = await client.query<Row>(
    `SELECT migration_name, finished_at IS NOT NULL AS finished FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

async function tableExists(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    name,
  ])
  return rows[0]?.there === true
}

async function readMigrations(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

async function runPrisma(args: string[], databaseUrl: string, root: string) {
  const program = join(root, 'node_modules', 'prisma', 'build', 'index.js')
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    // Ctrl-C waits for it rather than reaching it.
    detached: true,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      CHECKPOINT_DISABLE: '1',
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'prisma', 'schema-engine.mjs'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  if (code === 0) return
  const reason = output.slice(output.indexOf('Error:')).trim().split('\n').slice(0, 8).join('\n')
  throw new Refusal(
    'unavailable',
    `The database could not be updated, and nothing of the failed step was kept.\n${reason}`,
  )
}
