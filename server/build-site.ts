import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '@/lib/errors'
import { fingerprint, readMarker, writeMarker } from '@/server/bootstrap/fingerprint.mjs'
import { step } from '@/server/bootstrap/step.mjs'
import { waitForLock } from './data-lock'
import { projectRoot } from './project-root'
import type { Stop } from './signals'

const FOLDERS = ['app', 'components', 'domain', 'lib', 'server', 'public', 'generated', 'package-lock.json']
const MARKER = 'octavo-build.json'

/** Runs `next build` when .next is missing or older than the source. Stops it when asked; the next start begins again. */
export async function buildSite({ say, stop }: { say(line: string): void; stop: Stop }): Promise<void> {
  const root = projectRoot()
  const wanted = await fingerprintOfSource(root)
  if (isBuilt(root, wanted)) return
  const { lock } = await waitForLock(
    join(root, 'build'),
    { kind: 'command', purpose: 'a build' },
    stop.isAsked,
  )
  try {
    if (lock === null || stop.isAsked() || isBuilt(root, wanted)) return
    await rm(join(root, '.next', MARKER), { force: true })
    const output = await step('Building the site', () => runBuild(root, stop))
    if (stop.isAsked()) return
    if (output !== null) {
      say(output)
      throw new Refusal('unavailable', 'The site could not be built; the reason stands above.')
    }
    writeMarker(join(root, '.next', MARKER), JSON.stringify({ source: wanted }))
  } finally {
    await lock?.release()
  }
}

/** The folders that end up in the build, and every setting beside package.json. */
async function fingerprintOfSource(root: string): Promise<string> {
  const settings = (await readdir(root)).filter(
    (name) => /\.(mjs|ts)$|^tsconfig\.json$/.test(name) && name !== 'next-env.d.ts',
  )
  return fingerprint(root, [...FOLDERS, ...settings.toSorted()])
}

function isBuilt(root: string, wanted: string): boolean {
  return (
    existsSync(join(root, '.next', 'BUILD_ID')) &&
    readMarker(join(root, '.next', MARKER)) === JSON.stringify({ source: wanted })
  )
}

/** Null when it went well, otherwise what it wrote. In a group of its own, so that its workers end with it. */
async function runBuild(root: string, stop: Stop): Promise<string | null> {
  const { DATABASE_URL: _needsNone, ...environment } = process.env
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    {
      cwd: root,
      detached: true,
      env: { ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  void stop.asked.then(() => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  })
  return (await ended) === 0 ? null : output
}
