import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'

/** The headless shell first: the same engine without a browser around it, a third faster in tests. */
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const PLAYWRIGHT = join(import.meta.dirname, '../../node_modules/playwright/cli.js')
const DOWNLOAD_SECONDS = 240
const SILENCE_SECONDS = 45
const PROGRESS = /^(Downloading|\||Get:|Unpacking|Setting up)/

/** What Chromium needs to run as root, without a screen and without calling home. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds a Chromium that starts: the one named, Playwright's own, the system's; else fetches Playwright's, else
 * Debian's. Answers `{ executable }` (null means Playwright's own) or `{ problem }`, a sentence for a person.
 */
export async function findBrowser(say) {
  const named = process.env.OCTAVO_CHROMIUM
  if (named) return (await starts(named)) ? { executable: named } : { problem: `${named} does not start.` }
  const present = await findInstalled()
  if (present) return present

  say('No browser for the tests yet: fetching Chromium.')
  await runLimited(process.execPath, [PLAYWRIGHT, 'install', '--only-shell', 'chromium'])
  if (await starts(null)) return { executable: null }

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Playwright’s download is not reachable: installing Debian’s Chromium with apt.')
    await runLimited('apt-get', ['update'])
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await runLimited('apt-get', ['install', '-y', '--no-install-recommends', name])
      const installed = await findInstalled()
      if (installed) return installed
    }
  }
  return { problem: NOT_FOUND }
}

const NOT_FOUND =
  'The browser tests need Chromium, which could neither be downloaded nor installed: install the package ' +
  '"chromium" or set OCTAVO_CHROMIUM to a browser, then run npm test again.'

async function findInstalled() {
  if (await starts(null)) return { executable: null }
  for (const executable of SYSTEM_BROWSERS) {
    if (await starts(executable)) return { executable }
  }
  return null
}

/** A browser that is there may still lack a library, so each one is asked to start. */
async function starts(executable) {
  if (executable !== null && !existsSync(executable)) return false
  try {
    const browser = await chromium.launch({
      args: FLAGS,
      executablePath: executable ?? undefined,
      timeout: 30_000,
    })
    await browser.close()
    return true
  } catch {
    return false
  }
}

/** Runs an installer, showing what it fetches; ends it when it takes too long or falls silent. */
function runLimited(program, args) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const end = () => child.kill()
  const limit = setTimeout(end, DOWNLOAD_SECONDS * 1000)
  let silence = setTimeout(end, SILENCE_SECONDS * 1000)
  const shown = new Set()
  child.stdout.on('data', (chunk) => {
    clearTimeout(silence)
    silence = setTimeout(end, SILENCE_SECONDS * 1000)
    for (const line of String(chunk).split('\n')) {
      if (PROGRESS.test(line) && !shown.has(line)) console.log(`  ${line}`)
      shown.add(line)
    }
  })
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(limit)
      clearTimeout(silence)
      resolve()
    }
    child.on('error', finish)
    child.on('exit', finish)
  })
}
