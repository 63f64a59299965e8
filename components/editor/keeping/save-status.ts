import type { Refused } from '@/lib/answer'

/** Where the text is: nowhere yet, on the server, only in this window, on this device, on its way, or held up. */
export type SaveStatus =
  | { is: 'empty' }
  | { is: 'saved'; at: Date | null }
  | { is: 'unsaved' }
  | { is: 'kept' }
  | { is: 'saving' }
  | { is: 'conflict' }
  | { is: 'waiting'; sentence: string; kept: boolean }
  | { is: 'signed-out'; kept: boolean }
  | { is: 'failed'; refused: Refused }

type Facts = {
  refused: Refused | null
  contested: boolean
  saving: boolean
  dirty: boolean
  /** Whether this device has it. */
  kept: boolean
  /** Whether the server has a post at all. */
  exists: boolean
  savedAt: Date | null
}

export function saveStatusOf({
  refused,
  contested,
  saving,
  dirty,
  kept,
  exists,
  savedAt,
}: Facts): SaveStatus {
  if (contested) return { is: 'conflict' }
  if (refused?.code === 'unauthenticated') return { is: 'signed-out', kept }
  if (refused !== null && mayPass(refused)) return { is: 'waiting', sentence: refused.sentence, kept }
  if (saving) return { is: 'saving' }
  if (refused !== null) return { is: 'failed', refused }
  if (dirty) return { is: kept ? 'kept' : 'unsaved' }
  return exists ? { is: 'saved', at: savedAt } : { is: 'empty' }
}

/** Whether the same save may succeed later by itself. */
export function mayPass({ code }: Refused): boolean {
  return code === 'unavailable' || code === 'too-many' || code === 'storage-full'
}

/** Whether it was refused for what is in it, which another text may mend. */
export function isOfText(refused: Refused): boolean {
  return refused.code !== 'unauthenticated' && !mayPass(refused)
}

export const UNSAVED = {
  ok: false,
  code: 'invalid',
  sentence: 'Save the text first: see the line at the top.',
} as const

export const BUSY = {
  ok: false,
  code: 'unavailable',
  sentence: 'others save this post all the time.',
} as const
