import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The address of the reader's script with a mark of its content, so that browsers may keep it for good. */
export const readerScript = `/reader.js?v=${hashOf(join(process.cwd(), 'public', 'reader.js'))}`

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)
}
