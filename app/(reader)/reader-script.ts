import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileMark } from '@/lib/file-mark'

/** The address of the reader's script with a mark of its content, so that browsers may keep it for good. */
export const readerScript = `/reader.js?v=${fileMark(readFileSync(join(process.cwd(), 'public', 'reader.js')))}`
