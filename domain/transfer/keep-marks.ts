import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { listSource } from '@/domain/transfer/source-folder'
import { siteMarks } from '@/domain/transfer/source-path'
import { db } from '@/lib/db'

const LARGEST = 1024 * 1024

/**
 * Keeps the settings files by which a source is known as a whole site, for export only: without them the same files read
 * differently when they come back. Returns how many there are.
 */
export async function keepMarks(root: string, source: string): Promise<number> {
  const { folder, files } = await listSource(root)
  const marks = siteMarks.filter((mark) => files.has(mark) && !mark.endsWith('.md'))
  for (const mark of marks) {
    const file = path.join(folder, mark)
    if ((await stat(file)).size <= LARGEST) await keepMark(source, mark, await readFile(file))
  }
  return marks.length
}

async function keepMark(source: string, mark: string, bytes: Uint8Array): Promise<void> {
  const data = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: new Uint8Array(bytes),
    version: 0,
  }
  await db.sourceFile.upsert({
    where: { source_path: { source, path: mark } },
    create: { ...data, source, path: mark },
    update: data,
  })
}
