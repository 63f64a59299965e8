import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readMarker, writeMarker } from './fingerprint.mjs'
import { npmCommand, registryTrouble } from './registry.mjs'
import { runQuietly } from './run-quietly.mjs'
import { step } from './step.mjs'

/** Makes node_modules what package-lock.json says. Quick when it is; a killed install is begun again. */
export async function install(root) {
  const marker = join(root, 'node_modules', '.octavo-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (readMarker(marker) === wanted) return
  mkdirSync(join(root, 'build'), { recursive: true })
  await whileAlone(join(root, 'build', '.installing'), async () => {
    if (readMarker(marker) === wanted) return
    if (!isInstalledAsLocked(root)) await step('Installing packages', () => runInstall(root))
    writeMarker(marker, wanted)
  })
}

/** Without install scripts: nothing of ours needs one, some would download from other hosts, and many people forbid them. */
async function runInstall(root) {
  const flags = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
  ]
  const trouble = await registryTrouble()
  if (trouble !== null) flags.push('--offline')
  const sentence =
    trouble === null
      ? 'The packages could not be installed.'
      : `The package registry does not answer (${trouble}), and packages that Octavo needs are not in npm's cache. Check the network, or the settings "registry" and "proxy" of npm, and start again.`
  await runQuietly(sentence, npmCommand(flags), { cwd: root })
}

/** Somebody ran npm by hand: npm's own record of what lies in node_modules, written last, is compared with the lockfile. */
function isInstalledAsLocked(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const { '': _project, ...locked } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ).packages
  return (
    Object.entries(locked).every(([path, { version, optional }]) =>
      installed[path] ? installed[path].version === version : optional,
    ) && Object.keys(installed).every((path) => path in locked)
  )
}

async function whileAlone(file, work) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAlive(Number(readMarker(file)))) await pause(300)
      else rmSync(file, { force: true })
    }
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return pid > 0
  } catch (error) {
    return error.code === 'EPERM'
  }
}
