import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright'

import { findBrowser, FLAGS } from './browser.mjs'
import { OWNER, prepareServer } from './server.ts'

// Makes the pictures of the README from the real server and its demo: `node tests/support/screenshots.mjs`.
const ROOT = join(import.meta.dirname, '../..')
const PICTURES = join(ROOT, 'docs/images')
const START_SECONDS = 90

const { executable, problem } = await findBrowser(console.log)
if (problem) throw new Error(problem)
const { url, env } = await prepareServer()
const server = spawn(process.execPath, ['build/start.mjs'], {
  cwd: ROOT,
  env: { ...process.env, ...env },
  stdio: 'inherit',
})
const gone = new Promise((resolve) => server.on('exit', resolve))
try {
  await untilReady()
  await takePictures()
} finally {
  server.kill('SIGTERM')
  await gone
  await rm(env.DATA_DIR, { recursive: true, force: true })
}

async function takePictures() {
  await mkdir(PICTURES, { recursive: true })
  const browser = await chromium.launch({ args: FLAGS, executablePath: executable ?? undefined })
  try {
    const page = await browser.newPage({
      baseURL: url,
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
    })
    await page.goto('/')
    await page.screenshot({ path: join(PICTURES, 'blog.png') })
    await page.goto('/login')
    await page.getByLabel('E-mail').fill(OWNER.email)
    await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/admin**')
    await page.goto('/admin/posts')
    await page.screenshot({ path: join(PICTURES, 'desk.png') })
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
