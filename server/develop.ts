import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { claimDataFolder } from './claim'
import { openDatabase } from './open-database'
import { checkPortFree } from './port'
import { prepareSecrets } from './prepare-secrets'
import { projectRoot } from './project-root'
import type { Stop } from './signals'

/** Runs `next dev` on the database until it ends or is asked to. */
export async function develop(stop: Stop): Promise<void> {
  const claim = await claimDataFolder({
    kind: 'server',
    purpose: 'the development server',
    say: console.log,
    stop,
  })
  try {
    await prepareSecrets()
    await checkPortFree(env.host, env.port)
    const database = await openDatabase(claim, console.log)
    try {
      if (!stop.isAsked()) await runNextDev(stop)
    } finally {
      await database.close()
    }
  } finally {
    await claim.release()
  }
}

async function runNextDev(stop: Stop) {
  const { prepareBlog } = await import('./first-start')
  const notes = await prepareBlog(console.log)
  for (const note of notes) console.log(note)
  const program = join(projectRoot(), 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(
    process.execPath,
    [program, 'dev', '--port', String(env.port), '--hostname', env.host],
    {
      cwd: projectRoot(),
      env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: 'inherit',
    },
  )
  const ended = new Promise<void>((resolve, reject) => child.on('error', reject).on('close', () => resolve()))
  void stop.asked.then(() => child.kill('SIGTERM'))
  await ended
}
