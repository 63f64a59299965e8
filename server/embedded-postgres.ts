import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '@/lib/errors'
import { explainStorage, readSecrets } from './data-folder'
import { codeOf } from './error-code'
import { choosePostgresAccount } from './postgres-account'
import { createCluster } from './postgres-cluster'
import { keepRunning } from './postgres-watch'
import { findPostgresPrograms } from './postgres-programs'
import {
  type PortWish,
  type Server,
  findServer,
  launchServer,
  readLogTail,
  recallPort,
} from './postgres-server'
import { projectRoot } from './project-root'

const DATABASE = 'octavo'
const START_SECONDS = 60

export type RunningPostgres = { url: string; adopted: boolean; stop(): Promise<void> }
type Options = { dataDir: string; say(line: string): void }
type PortChoice = (wish: PortWish) => Promise<number>

/**
 * Starts the Postgres of a data folder whose lock the caller holds, or adopts the one that a killed process left behind.
 * `stop` ends it cleanly and waits until it is gone.
 */
export async function startEmbeddedPostgres({ dataDir, say }: Options): Promise<RunningPostgres> {
  try {
    return await start({ dataDir, say })
  } catch (error) {
    throw explainStorage(error, dataDir)
  }
}

/** The same server's other database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

/** Creates a database, empty or as a copy of a template that nobody is connected to, and answers its address. */
export async function createDatabase(url: string, name: string, template = 'template0'): Promise<string> {
  const [database, from] = [pg.escapeIdentifier(name), pg.escapeIdentifier(template)]
  await ask(databaseUrl(url, 'postgres'), `CREATE DATABASE ${database} TEMPLATE ${from} STRATEGY file_copy`)
  return databaseUrl(url, name)
}

async function start({ dataDir, say }: Options): Promise<RunningPostgres> {
  const { postgresPassword } = await readSecrets(dataDir)
  const account = choosePostgresAccount({ dataDir, binaries: findPostgresPrograms(projectRoot()), say })
  const cluster = join(account.home, 'postgres')
  if (!existsSync(join(cluster, 'PG_VERSION')))
    await createCluster({ account, dataDir, password: postgresPassword, say })
  const place = { account, cluster, dataDir }
  const urlOf = (server: Server) =>
    `postgres://octavo:${postgresPassword}@127.0.0.1:${server.port}/${DATABASE}`

  const found = await findServer(cluster)
  const adopted = found !== null && (await answers(found, urlOf(found))) ? found : null
  if (adopted !== null) say('Taking over the database server of an earlier run.')
  const launch = (choosePort: PortChoice) =>
    launchUntilReady(async (wish) => launchServer({ ...place, port: await choosePort(wish) }), urlOf, dataDir)
  const server = adopted ?? (await launch((wish) => recallPort(dataDir, wish)))
  await ensureDatabase(urlOf(server))
  // Whoever uses the database knows this port, so a later server has no choice.
  const relaunch = () => launch(async () => server.port)
  return { url: urlOf(server), adopted: adopted !== null, stop: keepRunning(server, relaunch, say) }
}

/** Two troubles pass by themselves: a port taken since it was chosen, and memory still held by a killed server's children. */
async function launchUntilReady(
  launch: (wish: PortWish) => Promise<Server>,
  urlOf: (server: Server) => string,
  dataDir: string,
) {
  const deadline = Date.now() + START_SECONDS * 1000
  let wish: PortWish = 'same'
  for (;;) {
    const server = await launch(wish)
    if (await answers(server, urlOf(server))) return server
    await server.stop()
    const log = await readLogTail(dataDir)
    const passing =
      /pre-existing shared memory block|is still in use|Address already in use|another postmaster/.test(log)
    if (!passing || Date.now() > deadline) throw explainFailure(log, dataDir)
    wish = /Address already in use/.test(log) ? 'another' : 'same'
    await pause(300)
  }
}

/** Waits through start-up and recovery; false when the server ended or does not become ready. */
async function answers(server: Server, url: string): Promise<boolean> {
  const deadline = Date.now() + START_SECONDS * 1000
  while (server.isRunning() && Date.now() < deadline) {
    if (await canConnect(databaseUrl(url, 'postgres'))) return true
    await pause(40)
  }
  return false
}

async function canConnect(url: string): Promise<boolean> {
  try {
    await ask(url, 'SELECT 1')
    return true
  } catch (error) {
    if (codeOf(error) === '28P01')
      throw new Refusal(
        'invalid',
        'The database does not know the password in secrets.json of the data folder.',
      )
    return false
  }
}

async function ensureDatabase(url: string) {
  const found = await ask(
    databaseUrl(url, 'postgres'),
    `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`,
  )
  if (found === 0) await createDatabase(url, DATABASE)
}

/** The number of rows. */
async function ask(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rowCount ?? 0
  } finally {
    await client.end()
  }
}

function explainFailure(log: string, dataDir: string): Error {
  if (/No space left on device/.test(log))
    return new Refusal(
      'storage-full',
      `The disk of the data folder ${dataDir} is full; the database cannot start.`,
    )
  if (/wrong ownership|Permission denied/.test(log))
    return new Refusal(
      'forbidden',
      `The database in ${dataDir} belongs to another user; start Octavo as that user.`,
    )
  if (/incompatible with server|initialized by PostgreSQL version/.test(log))
    return new Refusal('unsupported', `The database in ${dataDir} was made by another version of Postgres.`)
  const last = log.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? 'no reason given'
  return new Refusal(
    'unavailable',
    `The database did not start (${last}). Its log is ${join(dataDir, 'postgres.log')}.`,
  )
}
