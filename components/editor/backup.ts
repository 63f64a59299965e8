import { z } from 'zod'
import { postContent } from '@/domain/posts/schema'

const stored = z.object({ content: postContent, version: z.number().int(), at: z.coerce.date() })
/** A text that this device has and the server may not, with the version it was written on. */
export type Backup = z.output<typeof stored>

const nameOf = (id: string | null) => `octavo:text:${id ?? 'new'}`

/** Keeps the text on this device until the server has it. A full or forbidden storage is no reason to stop typing. */
export function keepBackup(id: string | null, backup: Omit<Backup, 'at'>): boolean {
  try {
    localStorage.setItem(nameOf(id), JSON.stringify({ ...backup, at: new Date() }))
    return true
  } catch {
    return false
  }
}

export function readBackup(id: string | null): Backup | null {
  const text = localStorage.getItem(nameOf(id))
  if (text === null) return null
  const parsed = stored.safeParse(parseJson(text))
  return parsed.success ? parsed.data : null
}

export function dropBackup(id: string | null): void {
  localStorage.removeItem(nameOf(id))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
