import pg from 'pg'
import { Refusal } from '@/lib/errors'
import { codeOf } from './error-code'

const OLDEST = 15

/** Refuses, in one sentence without the password, a database that cannot be reached or cannot hold a blog. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Refusal('unavailable', explain(error, new URL(url)))
  }
  try {
    await checkFitness(client)
  } finally {
    await client.end()
  }
}

async function checkFitness(client: pg.Client) {
  const { rows } = await client.query<{ version: string; encoding: string; writable: boolean }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
            NOT pg_is_in_recovery() AND has_database_privilege(current_database(), 'CREATE')
              AND has_schema_privilege('public', 'CREATE') AS writable`,
  )
  const { version = '', encoding = '', writable = false } = rows[0] ?? {}
  if (Number.parseInt(version, 10) < OLDEST)
    throw new Refusal(
      'unavailable',
      `DATABASE_URL leads to Postgres ${version}; Octavo needs ${OLDEST} or newer.`,
    )
  if (encoding !== 'UTF8')
    throw new Refusal('unavailable', `DATABASE_URL leads to a database in ${encoding}; create one in UTF8.`)
  if (!writable)
    throw new Refusal(
      'unavailable',
      'The user of DATABASE_URL may not create tables; make it the owner of the database.',
    )
}

function explain(error: unknown, url: URL): string {
  const place = `${url.hostname || 'localhost'}:${url.port || 5432}`
  const [user, database] = [decodeURIComponent(url.username), decodeURIComponent(url.pathname.slice(1))]
  const code = codeOf(error)
  if (code === '28P01' || code === '28000')
    return `The database server at ${place} refused the user ${user} or the password in DATABASE_URL.`
  if (code === '3D000')
    return `There is no database "${database}" on ${place}; create it or correct DATABASE_URL.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `There is no host "${url.hostname}"; correct DATABASE_URL. In a password, @ is written %40, # %23 and / %2F.`
  if (code === 'ECONNREFUSED')
    return `No database server answers at ${place}; start it or correct DATABASE_URL.`
  const reason = error instanceof Error && error.message !== '' ? error.message : code
  return `The database at ${place} (DATABASE_URL) cannot be used: ${reason}.`
}
