import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isRunning } from '@/server/processes'
import {
  type Program,
  buildBootProgram,
  makeDataDir,
  postmasterOf,
  removePrograms,
  runProgram,
} from '@/tests/support/boot'

const running: Program[] = []
const dataDir = makeDataDir()

beforeAll(buildBootProgram)
afterAll(removePrograms)
afterEach(async () => {
  for (const { process: child } of running) child.kill('SIGTERM')
  await Promise.all(running.splice(0).map((program) => program.ended))
})

function start(
  environment: Record<string, string> = { DATA_DIR: dataDir },
  mode: 'server' | 'command' = 'server',
) {
  const program = runProgram(mode, environment)
  running.push(program)
  return program
}

test('stopping leaves no process and a database that was shut down cleanly', async () => {
  const server = start()
  await server.said('ready')
  const postmaster = postmasterOf(dataDir)
  server.process.kill('SIGTERM')
  expect(await server.ended, server.lines.join('\n')).toBe(0)
  expect(isRunning(postmaster)).toBe(false)
})

test('a server whose terminal is gone stops as cleanly as any other', async () => {
  const server = start()
  await server.said('ready')
  server.process.stdout?.destroy()
  server.process.stderr?.destroy()
  server.process.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('a second start on the same data folder is refused with a sentence', async () => {
  const server = start()
  await server.said('ready')
  const second = start()
  expect(await second.ended).toBe(3)
  expect(second.lines).toEqual([
    `Octavo already runs on the data folder ${dataDir} (process ${server.process.pid}). Stop it first, or choose another DATA_DIR.`,
  ])
})

test('after kill -9 the next start takes over the database that was left running', async () => {
  const killed = start()
  const url = await killed.said('ready')
  const postmaster = postmasterOf(dataDir)
  killed.process.kill('SIGKILL')
  await killed.ended
  const next = start()
  expect(await next.said('ready')).toBe(url)
  expect(postmasterOf(dataDir)).toBe(postmaster)
})

test('after kill -9 of everything the next start recovers what was committed', async () => {
  const killed = start()
  await write(await killed.said('ready'))
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  killed.process.kill('SIGKILL')
  await killed.ended
  const next = start()
  expect(await countWritten(await next.said('ready'))).toBe(1)
})

test('a database that dies under a running server comes back', async () => {
  const server = start()
  const url = await server.said('ready')
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  await server.said('The database ended unexpectedly')
  await expect.poll(() => countWritten(url).catch(() => -1), { timeout: 10_000 }).toBe(1)
})

test('a command works on the database of the running server', async () => {
  const server = start()
  const url = await server.said('ready')
  const command = start({ DATA_DIR: dataDir }, 'command')
  expect(await command.said('ready')).toBe(url)
  command.process.stdin?.end()
  expect(await command.ended).toBe(0)
  expect(await countWritten(url)).toBe(1)
})

test('a start during a command waits and says for whom', async () => {
  const command = start({ DATA_DIR: dataDir }, 'command')
  await command.said('ready')
  const server = start()
  expect(await server.said('Waiting for')).toBe(`octavo import (process ${command.process.pid}) to finish.`)
  expect(server.lines).toHaveLength(1)
  command.process.stdin?.end()
  expect(await command.ended).toBe(0)
  await server.said('ready')
})

test('Ctrl-C ends a command at once and stops the database that it started', async () => {
  const command = start({ DATA_DIR: dataDir }, 'command')
  await command.said('ready')
  const postmaster = postmasterOf(dataDir)
  command.process.kill('SIGINT')
  expect(await command.ended).toBe(130)
  expect(isRunning(postmaster)).toBe(false)
})

test('Ctrl-C ends a command beside a running server, which goes on', async () => {
  const server = start()
  const url = await server.said('ready')
  const command = start({ DATA_DIR: dataDir }, 'command')
  await command.said('ready')
  command.process.kill('SIGINT')
  expect(await command.ended).toBe(130)
  expect(await countWritten(url)).toBe(1)
})

test('Ctrl-C ends a start that waits for a command, and nothing else is said', async () => {
  const command = start({ DATA_DIR: dataDir }, 'command')
  await command.said('ready')
  const server = start()
  await server.said('Waiting for')
  server.process.kill('SIGINT')
  expect(await server.ended).toBe(130)
  expect(server.lines).toHaveLength(1)
})

test('a data folder of a newer version is refused and left alone', async () => {
  const newer = makeDataDir()
  writeFileSync(join(newer, 'format'), '999\n')
  const refused = start({ DATA_DIR: newer })
  expect(await refused.ended).toBe(6)
  expect(refused.lines[0]).toContain('was written by a newer Octavo')
  expect(readdirSync(newer)).toEqual(['format'])
})

test('a half-made database is made again', async () => {
  const half = makeDataDir()
  mkdirSync(join(half, 'postgres.1.new'))
  const server = start({ DATA_DIR: half })
  await server.said('ready')
  expect(readdirSync(half)).not.toContain('postgres.1.new')
})

test('a port in use is said before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  if (address === null || typeof address === 'string') throw new Error('The other program has no port.')
  const refused = start({ DATA_DIR: dataDir, PORT: String(address.port) })
  expect(await refused.ended).toBe(3)
  expect(refused.lines).toEqual([
    `Port ${address.port} is in use by another program. Choose another: PORT=${address.port + 1} npm start`,
  ])
  other.close()
})

test.each([
  ['nobody listens', () => 'postgres://u:p@127.0.0.1:1/blog', 'No database server answers at 127.0.0.1:1'],
  ['the password is wrong', (url: string) => url.replace(/:[^:@]+@/, ':wrong@'), 'refused the user octavo'],
  ['there is no such database', (url: string) => `${url}2`, 'There is no database "octavo2"'],
  ['it is no Postgres address', () => 'mysql://localhost/blog', 'DATABASE_URL must be an address like'],
])('a DATABASE_URL where %s is one clear sentence', async (_case, wrong, sentence) => {
  const url = await start().said('ready')
  const refused = start({ DATA_DIR: makeDataDir(), DATABASE_URL: wrong(url) })
  expect(await refused.ended).toBeGreaterThan(1)
  expect(refused.lines).toHaveLength(1)
  expect(refused.lines[0]).toContain(sentence)
})

test('a DATABASE_URL whose user may not create tables is one clear sentence', async () => {
  const url = await start().said('ready')
  await query(url, "CREATE ROLE guest LOGIN PASSWORD 'guest'; GRANT CREATE ON DATABASE octavo TO guest")
  const guest = url.replace(/\/\/[^@]+@/, '//guest:guest@')
  const refused = start({ DATA_DIR: makeDataDir(), DATABASE_URL: guest })
  expect(await refused.ended).toBe(4)
  expect(refused.lines).toEqual([
    'The user of DATABASE_URL may not create tables; make it the owner of the database.',
  ])
})

async function write(url: string) {
  await query(url, 'CREATE TABLE boot_test (i int); INSERT INTO boot_test VALUES (1)')
}

async function countWritten(url: string): Promise<number> {
  return (await query(url, 'SELECT 1 FROM boot_test')).rowCount ?? 0
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
