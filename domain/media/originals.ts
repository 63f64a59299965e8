import { stat } from 'node:fs/promises'
import { dataPath } from '@/lib/storage'

/** Where the file lies that was sent, byte for byte, for the export; `null` when it is not there. */
export async function findMediaOriginal(key: string): Promise<string | null> {
  for (const path of [dataPath('originals', key), dataPath('media', key)])
    if (await isThere(path)) return path
  return null
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
