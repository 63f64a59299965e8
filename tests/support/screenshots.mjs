import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright'

import { findBrowser, FLAGS } from './browser.mjs'

// Makes the pictures of the README from the product and its demo: `node tests/support/screenshots.mjs`.
const ROOT = join(import.meta.dirname, '../..')
const PICTURES = join(ROOT, 'docs/images')
const START_SECONDS = 300
const OWNER = { email: 'jo@example.org', password: 'correct horse battery staple' }

const { executable, problem } = await findBrowser(console.log)
if (problem) throw new Error(problem)
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const dataDir = await mkdtemp(join(tmpdir(), 'octavo-pictures-'))
const server = startServer()
const gone = new Promise((resolve) => server.on('exit', resolve))
try {
  await untilReady()
  await takePictures()
} finally {
  server.kill('SIGTERM')
  await gone
  await rm(dataDir, { recursive: true, force: true })
}

function startServer() {
  return spawn(process.execPath, ['server/bootstrap.mjs', 'start'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      SITE_URL: url,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      DEMO: '1',
      ADMIN_EMAIL: OWNER.email,
      ADMIN_PASSWORD: OWNER.password,
    },
  })
}

async function takePictures() {
  await mkdir(PICTURES, { recursive: true })
  const browser = await chromium.launch({ args: FLAGS, executablePath: executable ?? undefined })
  try {
    const page = await browser.newPage({
      baseURL: url,
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    })
    await page.goto('/login')
    await page.getByLabel('E-mail').fill(OWNER.email)
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin**')
    await page.goto('/admin/posts?sort=date', { waitUntil: 'networkidle' })
    await page.screenshot({ path: join(PICTURES, 'desk.png') })
    await page.goto('/', { waitUntil: 'networkidle' })
    await page.getByText('min read').first().waitFor()
    await page.screenshot({ path: join(PICTURES, 'blog.png') })
  } finally {
    await browser.close()
  }
}

async function untilReady() {
  const deadline = performance.now() + START_SECONDS * 1000
  while (performance.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(200)
  }
  throw new Error('The server did not become ready.')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address()
      probe.close(() => resolve(found))
    })
  })
}
