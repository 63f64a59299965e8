import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'

const OUT = join(process.cwd(), 'build', `boot-test-${process.pid}`)

export type Program = {
  lines: string[]
  process: ChildProcess
  /** The rest of the first line that begins with this word. */
  said(start: string): Promise<string>
  ended: Promise<number | null>
}

export const buildBootProgram = () => buildProgram('boot-program')

/** Bundles a program of tests/support below build/, where it finds the packages. Answers its path. */
export async function buildProgram(name: string): Promise<string> {
  const entry = join(process.cwd(), 'tests', 'support', `${name}.ts`)
  const outfile = join(OUT, `${name}.mjs`)
  await build({
    entryPoints: [entry],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
  })
  return outfile
}

export function removePrograms(): void {
  rmSync(OUT, { recursive: true, force: true })
}

export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'octavo boot '))
}

export function runProgram(mode: 'server' | 'command', environment: Record<string, string>): Program {
  const { DATABASE_URL: _url, DATA_DIR: _dir, ...inherited } = process.env
  const child = spawn(process.execPath, [join(OUT, 'boot-program.mjs'), mode], {
    env: { ...inherited, PORT: '39471', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      child.emit('line')
    })
  const ended = once(child, 'close').then(() => child.exitCode)
  async function said(start: string): Promise<string> {
    for (;;) {
      const line = lines.find((candidate) => candidate.startsWith(start))
      if (line !== undefined) return line.slice(start.length).trim()
      if (child.exitCode !== null) throw new Error(`Ended without saying "${start}":\n${lines.join('\n')}`)
      await Promise.race([once(child, 'line'), ended])
    }
  }
  return { lines, process: child, said, ended }
}

/** The process number of the Postgres in a data folder. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}
