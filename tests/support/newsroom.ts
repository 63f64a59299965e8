import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { startEmbeddedPostgres } from '@/server/embedded-postgres'
import { migrate } from '@/server/migrate'
import { buildProgram, postmasterOf } from '@/tests/support/boot'
import { clockAhead, startPostgresAhead } from '@/tests/support/other-day'
import { openReceiver } from '@/tests/support/receiver'
import { freePort, OWNER } from '@/tests/support/server'

export type PlannedPost = {
  title: string
  due: Date
  over?: Date | null
  tags?: string[]
  series?: string[]
}
export type MadePost = { id: string; version: number; slug: string }
const madePosts = z.array(z.object({ id: z.string(), version: z.number(), slug: z.string() }))

/** One Postgres, servers on it as `npm start` runs them, editors beside them, and a receiver of webhooks and pings. */
export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>

/** `secondsAhead` is by how much the clock of its Postgres is wrong. */
export async function openNewsroom({ secondsAhead = 0 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-newsroom-'))
  const place = join(folder, 'postgres')
  await mkdir(place)
  const postgres = await openPostgres(place, secondsAhead)
  const receiver = await openReceiver()
  const editors = await startEditors(postgres.url)
  const sql = await connect(postgres.url)
  const servers: RealServer[] = []

  return {
    receiver,
    servers,
    url: postgres.url,
    /** A question to the database that survives its restarts. */
    ask: <Row extends object>(query: string) => sql<Row>(query),
    /** Keeps a lock of the database until it is released. */
    hold: async (lock: string) => {
      const client = new Client({ connectionString: postgres.url })
      await client.connect()
      await client.query(`BEGIN; ${lock}`)
      return { release: () => client.end() }
    },
    plan: async (posts: PlannedPost[]) =>
      madePosts.parse(
        await editors.ask({
          plan: posts.map((post) => ({ tags: [], series: [], over: null, ...post })),
        }),
      ),
    move: (post: MadePost, due: Date) => editors.ask({ move: post.id, version: post.version, due }),
    /** Starts one more server; `secondsAhead` is by how much its clock is wrong. With an owner, a person can sign in to its desk. */
    serve: async ({ secondsAhead = 0, hasOwner = false } = {}) => {
      const name = String(servers.length)
      const port = String(await freePort())
      const env = {
        DATABASE_URL: postgres.url, DATA_DIR: join(folder, name), WEBHOOK_URL: `${receiver.url}/hook`, WEBSUB_HUB: `${receiver.url}/hub`,
        PORT: port, ...(hasOwner ? desk(port) : {}), ...clockAhead(secondsAhead),
      } // prettier-ignore
      const server = await startServer(env)
      servers.push(server)
      return server
    },
    /** As a crash of the machine would: it comes back by itself. */
    crashPostgres: () => process.kill(postmasterOf(place), 'SIGQUIT'),
    close: async () => {
      await Promise.all(servers.map((server) => server.stop()))
      editors.stop()
      await sql.end()
      await receiver.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openPostgres(dataDir: string, secondsAhead: number) {
  const postgres = await startEmbeddedPostgres({ dataDir, say: () => undefined })
  await migrate(postgres.url, { say: () => undefined })
  if (secondsAhead === 0) return postgres
  await postgres.stop()
  const { url } = postgres
  return { url, ...(await startPostgresAhead({ dataDir, url, seconds: secondsAhead })) }
}

const urlAt = (port: string) => `http://127.0.0.1:${port}`

function desk(port: string) {
  return { SITE_URL: urlAt(port), ADMIN_EMAIL: OWNER.email, ADMIN_PASSWORD: OWNER.password }
}

export type RealServer = Awaited<ReturnType<typeof startServer>>

async function startServer(own: Record<string, string>) {
  const url = urlAt(own.PORT ?? '')
  const env = {
    ...process.env, HOST: '127.0.0.1', SITE_URL: 'https://blog.example.org', DEMO: '0', NODE_ENV: 'production' as const,
    SMTP_URL: '', ADMIN_EMAIL: '', ADMIN_PASSWORD: '', WEBHOOK_SECRET: '', NEXTAUTH_SECRET: 'the servers of a newsroom share one', ...own,
  } // prettier-ignore
  let child = await launch()

  async function launch(): Promise<ChildProcess> {
    const process_ = spawn(process.execPath, ['build/start.mjs'], { env, stdio: 'ignore' })
    for (const deadline = Date.now() + 120_000; ; await pause(100)) {
      const answer = await fetch(`${url}/readyz`).catch(() => null)
      if (answer?.status === 200) return process_
      if (process_.exitCode !== null || Date.now() > deadline) throw new Error('A server did not start.')
    }
  }

  return {
    url,
    dataDir: own.DATA_DIR ?? '',
    signal: (name: NodeJS.Signals) => child.kill(name),
    /** Ends it as the lack of memory does, and starts it anew. */
    killAndRestart: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
      child = await launch()
    },
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    restart: async () => {
      child = await launch()
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function startEditors(databaseUrl: string) {
  const program = await buildProgram('schedule-program')
  const env = { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, [program], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ask: async (wish: object): Promise<unknown> => {
      child.stdin.write(`${JSON.stringify(wish)}\n`)
      const { value, done } = await lines.next()
      if (done === true) throw new Error('The editors left.')
      return JSON.parse(value)
    },
    stop: () => child.stdin.end(),
  }
}

async function connect(url: string) {
  let client: Client | null = null
  async function ask<Row extends object>(query: string): Promise<Row[]> {
    client ??= await fresh()
    return (await client.query<Row>(query)).rows
  }
  async function fresh(): Promise<Client> {
    const one = new Client({ connectionString: url })
    one.on('error', () => (client = null))
    await one.connect()
    return one
  }
  return Object.assign(ask, { end: async () => client?.end() })
}
