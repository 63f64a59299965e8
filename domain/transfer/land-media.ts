import path from 'node:path'
import { addMedia, checkMedia, isImported } from '@/domain/media/commands'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import type { Landing, Run } from '@/domain/transfer/run'
import { isFileError } from '@/domain/transfer/source-folder'
import { Refusal } from '@/lib/errors'

/**
 * Copies the pictures and sounds a file refers to into the media library; a rehearsal only decodes them. Returns where each
 * reference is served. A file that is no picture or sound stays out; its reference stays as it was and the post's warnings say so.
 */
export async function landMedia(run: Run, post: IncomingPost): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  for (const { reference, file } of post.media) {
    const landing = run.landed.get(file) ?? (await land(run, file))
    run.landed.set(file, landing)
    if ('address' in landing) addresses.set(reference, landing.address)
    else post.warnings.push(`${reference} was left out: ${landing.problem}`)
  }
  return addresses
}

async function land(run: Run, sourcePath: string): Promise<Landing> {
  const { id, actor, root, source, rehearsing } = run
  const file = path.join(root, sourcePath)
  try {
    const isNew = !(await isImported({ file, source, sourcePath }))
    if (rehearsing) {
      await checkMedia(file)
      if (isNew) run.media += 1
      return { address: '/media/rehearsed' }
    }
    const fileName = path.basename(sourcePath)
    const { key } = await addMedia(actor, { fileName, file, source, sourcePath, importId: id })
    if (isNew) run.media += 1
    return { address: `/media/${key}` }
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'storage-full') return { problem: error.message }
    if (isFileError(error) && error.code === 'EACCES')
      return { problem: 'there is no permission to read this file' }
    throw error
  }
}
