import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'

const ROOT = join(import.meta.dirname, '..')
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
)

/** The product as `npm start` runs it, with the demo, on a database of its own. */
export async function startOctavo(folder, more = {}) {
  const port = await freePort()
  const dataDir = join(folder, 'data')
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    SITE_URL: '',
    DEMO: '1',
    ADMIN_EMAIL: '',
    ADMIN_PASSWORD: '',
    ...more,
  }
  const as = await commandOf('start')
  const server = await startNode([...as.flags, 'build/start.mjs'], {
    port,
    env: { ...env, ...as.env },
    ready: '/readyz',
  })
  return { ...server, dataDir, read: (path) => read(server.url + path) }
}

/** A Node server that does nothing but send the same headers and bytes from memory. */
export async function startBare(answer) {
  const port = await freePort()
  const env = {
    PORT: String(port),
    HEADERS: JSON.stringify(answer.headers),
    HEADERS_WHEN_UNCHANGED: JSON.stringify(answer.headersWhenUnchanged),
    BODY: answer.body.toString('base64'),
  }
  return startNode([join(import.meta.dirname, 'bare-server.mjs')], { port, env, ready: '/' })
}

/** nginx with one worker and the same gzip bytes from a file; null where nginx is not installed. */
export async function startNginx(answer, folder) {
  if (NGINX === undefined) {
    console.error('nginx is not installed, so it is left out.')
    return null
  }
  const port = await freePort()
  const home = join(folder, 'nginx')
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'page'), gunzipSync(answer.body))
  await writeFile(join(home, 'page.gz'), answer.body)
  await writeFile(join(home, 'nginx.conf'), nginxConfiguration(home, port))
  const child = spawn(NGINX, ['-p', home, '-c', join(home, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: 'ignore',
  })
  return untilReady(child, { port, ready: '/page' }).then((server) => ({
    ...server,
    url: `${server.url}/page`,
  }))
}

/** The same pages from `next start`, without our server in front. */
export async function startNextAlone(octavo) {
  const port = await freePort()
  const secrets = await readSecrets(octavo.dataDir)
  const env = {
    DATABASE_URL: await databaseUrl(octavo.dataDir),
    NEXTAUTH_SECRET: secrets.authSecret,
    DATA_DIR: octavo.dataDir,
    PORT: String(port),
  }
  const program = join(ROOT, 'node_modules/next/dist/bin/next')
  return startNode([program, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    port,
    env,
    ready: '/robots.txt',
  })
}

/** Where the database of a running Octavo is. */
export async function databaseUrl(dataDir) {
  const { postgresPassword } = await readSecrets(dataDir)
  const port = (await readFile(join(dataDir, 'postgres.port'), 'utf8')).trim()
  return `postgresql://octavo:${postgresPassword}@127.0.0.1:${port}/octavo`
}

async function readSecrets(dataDir) {
  return JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'))
}

function nginxConfiguration(home, port) {
  return `user root;
worker_processes 1;
pid ${home}/nginx.pid;
error_log ${home}/error.log;
events { worker_connections 512; }
http {
  access_log off;
  types { }
  default_type "text/html; charset=utf-8";
  sendfile on;
  keepalive_requests 1000000;
  server { listen 127.0.0.1:${port}; root ${home}; gzip_static on; add_header cache-control "public, max-age=0"; }
}
`
}

/** How `npm start` or `npm run octavo` calls Node: its flags and its environment. */
export async function commandOf(script) {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
  const words = scripts[script].split(' ')
  const settings = words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('='))
  return { flags: words.filter((word) => word.startsWith('--')), env: Object.fromEntries(settings) }
}

async function startNode(args, { port, env, ready }) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return untilReady(child, { port, ready })
}

async function untilReady(child, { port, ready }) {
  const url = `http://127.0.0.1:${port}`
  const gone = new Promise((resolve) => child.on('exit', resolve))
  async function stop() {
    child.kill('SIGTERM')
    await gone
  }
  const deadline = performance.now() + 180_000
  while (performance.now() < deadline && child.exitCode === null) {
    const status = await fetch(url + ready).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return { url, stop, memory: () => megabytesOf(child.pid) }
    await pause(200)
  }
  await stop()
  throw new Error(`${child.spawnargs.join(' ')} did not answer.`)
}

/** Resident memory of a process, as the system counts it. */
async function megabytesOf(pid) {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Math.round(Number(stdout) / 1_024)
}

/** An answer as it went over the wire, with its own headers and its bytes as gzip, and the headers of the 304 to who has it. */
async function read(url, tries = 20) {
  const whole = await answerOf(url, { 'accept-encoding': 'gzip' })
  const again = await answerOf(url, { 'accept-encoding': 'gzip', 'if-none-match': whole.headers.etag })
  if (again.status === 304)
    return { headers: whole.headers, body: whole.body, headersWhenUnchanged: again.headers }
  if (tries === 0) throw new Error(`${url} answers ${again.status} to who has it`)
  // Right after the start pictures get their widths, and the page that shows them changes.
  await pause(500)
  return read(url, tries - 1)
}

function answerOf(url, headers) {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _keepAlive, ...own } = response.headers
        resolve({ status: response.statusCode, headers: own, body: Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
