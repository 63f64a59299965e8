import { open } from 'node:fs/promises'
import type { MediaType } from '@/domain/media/media'

/** How many bytes of a file `sniffBytes` needs to see. */
export const SNIFFED = 4_096

/** What a file is by its first bytes, or null when it is nothing that the library takes. */
export function sniffBytes(head: Uint8Array): MediaType | null {
  const latin = Buffer.from(head).toString('latin1')
  if (latin.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^GIF8[79]a/.test(latin)) return 'image/gif'
  if (/^RIFF[^]{4}WEBP/.test(latin)) return 'image/webp'
  if (/^RIFF[^]{4}WAVE/.test(latin)) return 'audio/wav'
  if (latin.startsWith('OggS')) return 'audio/ogg'
  if (/^[^]{4}ftyp(M4A |M4B |mp4[12]|isom|iso[2-9]|dash)/.test(latin)) return 'audio/mp4'
  if (latin.startsWith('ID3') || isMpegFrame(head)) return 'audio/mpeg'
  return isSvg(latin) ? 'image/svg+xml' : null
}

/** The same for a file on the disk. */
export async function sniffFile(path: string): Promise<MediaType | null> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED), 0, SNIFFED, 0)
    return sniffBytes(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

/** An MPEG audio frame of layer III: eleven set bits, then version, layer, and a bit rate that exists. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const layerThree = (second & 0b110) === 0b010
  return first === 0xff && (second & 0xe0) === 0xe0 && layerThree && third >> 4 !== 0 && third >> 4 !== 15
}

/** What may stand before `<svg` begins and ends in one way only: a pattern with two readings of a text can take for ever. */
function isSvg(text: string): boolean {
  return /^(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*\?>|<!--(?:(?!-->)[^])*-->|<!DOCTYPE\s+svg[^>]*>)*<svg[\s>]/i.test(
    text,
  )
}
