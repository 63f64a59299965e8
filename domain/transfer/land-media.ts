import path from 'node:path'
import { addMedia } from '@/domain/media/commands'
import type { Actor } from '@/domain/permissions'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import { Refusal } from '@/lib/errors'

type Source = { actor: Actor; root: string; source: string; post: IncomingPost }

/**
 * Copies the pictures and sounds a file refers to into the media library. Returns where each reference is served now. A file
 * that is no picture or sound stays out; its reference stays as it was and the post's warnings say so.
 */
export async function landMedia({
  actor,
  root,
  source,
  post,
}: Source): Promise<{ addresses: Map<string, string>; added: number }> {
  const addresses = new Map<string, string>()
  for (const { reference, file } of post.media) {
    try {
      const added = await addMedia(actor, {
        fileName: path.basename(file),
        file: path.join(root, file),
        source,
        sourcePath: file,
      })
      addresses.set(reference, `/media/${added.key}`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      post.warnings.push(`${reference} was left out: ${error.message}`)
    }
  }
  return { addresses, added: new Set(addresses.values()).size }
}
