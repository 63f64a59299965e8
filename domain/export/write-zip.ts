import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Export, Progress } from '@/domain/export/export'
import { tellFileTrouble } from '@/domain/export/file-trouble'
import { zipOf } from '@/domain/export/zip'
import { Refusal } from '@/lib/errors'

type Target = { file: string; force?: boolean; onProgress?: Progress }

/** Writes an export as one zip: under another name until it is whole. A file that is there already is replaced only by `force`. */
export async function writeZip(content: Export, { file, force = false, onProgress }: Target): Promise<void> {
  if (!force && (await isThere(file)))
    throw new Refusal(
      'conflict',
      `${file} is there already. Name another file, or add --force to replace it.`,
    )
  const unfinished = `${file}.octavo-unfinished`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await pipeline(zipOf(content, onProgress), createWriteStream(unfinished))
    await rename(unfinished, file)
  } catch (error) {
    throw tellFileTrouble(error, file)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw tellFileTrouble(error, file)
  }
}
