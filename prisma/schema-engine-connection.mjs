import { createHash, randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

// server/migrate.ts waits for both locks before it judges an unfinished migration: the database may still be running the
// script of an engine that was killed.
const TURN = 7_204_001
const SCRIPT = 7_204_002
const CHAR = 18
const TEXT = 25

/** What the schema engine needs of a database: a connection, and a throw-away one for comparing migrations. */
export function connectionFactory(url) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => connectToShadow(url),
  }
}

/** Null when the database answers, otherwise Prisma's error code and a message. */
export async function probeDatabase(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.end()
    return null
  } catch (error) {
    return explain(error, new URL(url))
  }
}

/** Null when the database was created, otherwise Prisma's error code and a message. */
export async function createDatabase(url) {
  const client = new pg.Client({ connectionString: atDatabase(url, 'postgres') })
  try {
    await client.connect()
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseOf(url))}`)
    await client.end()
    return null
  } catch (error) {
    return explain(error, new URL(url))
  }
}

/** One engine applies migrations at a time; the lock ends with the process. */
export async function takeTurn(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('SELECT pg_advisory_lock($1)', [TURN])
}

async function connect(url) {
  const pool = new pg.Pool({ connectionString: url })
  // A schema named like the user would come first, and the site's own queries look into this one.
  pool.on('connect', (client) => void client.query('SET search_path TO public'))
  const adapter = await new PrismaPg(pool, { schema: 'public', disposeExternalPool: true }).connect()
  readLetters(adapter)
  adapter.executeScript = (script) => runScript(adapter, pool, script)
  return adapter
}

/** The adapter refuses columns of the catalogue's one-letter type, and the engine insists on receiving them as letters. */
function readLetters(adapter) {
  const letters = new WeakMap()
  const { performIO, queryRaw } = adapter
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query)
    letters.set(
      query,
      result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : [])),
    )
    for (const index of letters.get(query)) result.fields[index].dataTypeID = TEXT
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query)
    for (const index of letters.get(query)) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}

/**
 * The adapter's own version splits at every semicolon and so breaks `$$` functions. One query is also one transaction,
 * and the note that a migration is finished joins it: a kill leaves it wholly applied and known, or not at all.
 */
async function runScript(adapter, pool, script) {
  const checksum = createHash('sha256').update(script).digest('hex')
  const note = `DO $note$ BEGIN
    IF to_regclass('_prisma_migrations') IS NOT NULL THEN
      UPDATE _prisma_migrations SET finished_at = now()
      WHERE checksum = '${checksum}' AND finished_at IS NULL AND rolled_back_at IS NULL;
    END IF;
  END $note$`
  try {
    await pool.query(`SELECT pg_advisory_xact_lock(${SCRIPT});\n${script}\n;\n${note}`)
  } catch (error) {
    adapter.onError(error)
  }
}

/** Not the adapter's own: with a connection string it would replay every migration on the database itself. */
async function connectToShadow(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  const main = new pg.Client({ connectionString: url })
  await main.connect()
  await main.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  const shadow = await connect(atDatabase(url, name))
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await main.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`)
    await main.end()
  }
  return shadow
}

function explain(error, url) {
  const place = `${url.hostname}:${url.port || 5432}`
  if (error.code === '3D000')
    return { error_code: 'P1003', message: `Database ${databaseOf(url)} does not exist on ${place}` }
  if (error.code === '28P01' || error.code === '28000')
    return {
      error_code: 'P1000',
      message: `The database server at ${place} refused the user name or password`,
    }
  if (error.code === '42P04')
    return { error_code: 'P1009', message: `Database ${databaseOf(url)} exists already` }
  return {
    error_code: 'P1001',
    message: `Can't reach database server at ${place}: ${error.message || error.code}`,
  }
}

function databaseOf(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function atDatabase(url, name) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}
