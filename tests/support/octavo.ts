import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** Runs `octavo` as a person does, in this environment or a changed one. Answers what it printed and its exit code. */
export async function runOctavo(
  args: string[],
  env: Partial<NodeJS.ProcessEnv> = {},
): Promise<{ said: string; code: number | null }> {
  const program = join(process.cwd(), 'server', 'bootstrap.mjs')
  const child = spawn(process.execPath, [program, 'octavo', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')])
  return { said, code: child.exitCode }
}
