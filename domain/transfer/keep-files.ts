import { createHash } from 'node:crypto'
import type { KeptFile } from '@/domain/transfer/reader'
import { db } from '@/lib/db'

/** Keeps files that no post comes from beside the posts of their source, for export only. */
export async function keepFiles(source: string, files: AsyncIterable<KeptFile>): Promise<void> {
  for await (const { path, bytes } of files) {
    const data = {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      content: new Uint8Array(bytes),
      version: 0,
    }
    await db.sourceFile.upsert({
      where: { source_path: { source, path } },
      create: { ...data, source, path },
      update: data,
    })
  }
}
