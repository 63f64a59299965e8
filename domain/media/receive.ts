import { open, type FileHandle } from 'node:fs/promises'
import { addMedia, type AddedMedia } from '@/domain/media/commands'
import { AUDIO_BYTES, bytesAllowed } from '@/domain/media/media'
import { sniffBytes, SNIFFED } from '@/domain/media/sniff'
import { type Actor, allow, canUploadMedia } from '@/domain/permissions'
import { Refusal } from '@/lib/errors'
import { isDiskFull, removeFile, temporaryPath } from '@/lib/storage'

type Upload = { fileName: string; length: number; body: AsyncIterable<Uint8Array> | null }

/**
 * Takes an upload as it arrives. It is refused by its announced length before anything is read, by its first bytes before the rest
 * is, and by what really came: a length that lies changes nothing.
 */
export async function receiveMedia(actor: Actor, { fileName, length, body }: Upload): Promise<AddedMedia> {
  allow(canUploadMedia(actor))
  if (length > AUDIO_BYTES)
    throw new Refusal('too-large', 'A picture can have 32 MB, a sound 200 MB at most.')
  if (body === null) throw new Refusal('invalid', 'The file is empty.')
  const file = await temporaryPath()
  try {
    const handle = await open(file, 'wx')
    await write(handle, body).finally(() => handle.close())
    return await addMedia(actor, { fileName, file })
  } catch (error) {
    throw isDiskFull(error) ? new Refusal('storage-full', 'There is no room left on the disk.') : error
  } finally {
    await removeFile(file)
  }
}

async function write(handle: FileHandle, body: AsyncIterable<Uint8Array>): Promise<void> {
  let head = Buffer.alloc(0)
  let bytes = 0
  for await (const chunk of body) {
    if (head.length < SNIFFED) head = Buffer.concat([head, chunk])
    bytes += chunk.length
    const limit =
      head.length < SNIFFED ? AUDIO_BYTES : bytesAllowed(sniffBytes(head.subarray(0, SNIFFED)) ?? '')
    if (bytes > limit) throw new Refusal('too-large', 'A picture can have 32 MB, a sound 200 MB at most.')
    await handle.writeFile(chunk)
  }
}
