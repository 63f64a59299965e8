import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright'

import { findBrowser, FLAGS } from './browser.mjs'
import { SCREENS, TEMPLATES } from './templates.ts'

// `npm run pictures` makes the pictures of the README from the product and its demo; `npm run pictures -- FOLDER` puts every
// template and every screen of the desk into FOLDER, at 360 and 1280 px, light and dark.
const ROOT = join(import.meta.dirname, '../..')
const PICTURES = join(ROOT, 'docs/images')
const START_SECONDS = 300
const [folder] = process.argv.slice(2)
const WIDTHS = [360, 1280]
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
  await withBrowser(folder === undefined ? takePictures : (browser) => takeAll(browser, folder))
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

async function withBrowser(work) {
  const browser = await chromium.launch({ args: FLAGS, executablePath: executable ?? undefined })
  try {
    await work(browser)
  } finally {
    await browser.close()
  }
}

/** A page of somebody who is signed in. */
async function openPage(browser, { width, height = 800, colorScheme = 'light' }) {
  const page = await browser.newPage({
    baseURL: url,
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/admin**')
  return page
}

async function takePictures(browser) {
  await mkdir(PICTURES, { recursive: true })
  const page = await openPage(browser, { width: 1280 })
  await page.goto('/admin/posts?sort=date', { waitUntil: 'networkidle' })
  await page.screenshot({ path: join(PICTURES, 'desk.png') })
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByText('min read').first().waitFor()
  await page.screenshot({ path: join(PICTURES, 'blog.png') })
}

async function takeAll(browser, into) {
  await mkdir(into, { recursive: true })
  for (const colorScheme of ['light', 'dark']) {
    for (const width of WIDTHS) {
      const page = await openPage(browser, { width, colorScheme })
      for (const path of [...TEMPLATES, ...SCREENS]) {
        await page.goto(path, { waitUntil: 'networkidle' })
        // What is far down loads only when it comes near.
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
        await page.waitForLoadState('networkidle')
        await page.evaluate(() => window.scrollTo(0, 0))
        const name = path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'
        await page.screenshot({ path: join(into, `${name}.${width}.${colorScheme}.png`), fullPage: true })
      }
      await page.close()
      console.log(`${width} px, ${colorScheme}: ${TEMPLATES.length + SCREENS.length} pictures`)
    }
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
