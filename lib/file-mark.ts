import { sha256 } from '@/lib/crypto'

/** Twelve hex digits of a file's content: as `?v=` in its address they let browsers keep it for good. */
export function fileMark(bytes: Uint8Array): string {
  return sha256(bytes).slice(0, 12)
}
