import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A disk of 256 kB, where this machine lets us have one, else null. It goes when the tests of the file are over. */
export function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    rmSync(folder, { recursive: true })
    if (error instanceof Error && ('status' in error || 'code' in error)) return null
    throw error
  }
  afterAll(() => {
    execFileSync('umount', [folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}
