import { open } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { audioTypeOf, looksLikeSvg, MAX_AUDIO_BYTES, MAX_PICTURE_BYTES, MAX_PIXELS } from '@/domain/media/media'
import { Refusal } from '@/lib/errors'

/** A file as it will be served: a picture encoded anew, or sound and drawings as they are. Sizes in pixels. */
export type Decoded = { contentType: string; width: number | null; height: number | null; content: Uint8Array | { file: string } }

/**
 * Decides by decoding what a file is. Pictures are encoded anew, so that metadata and whatever else hides in them stays behind.
 * `trusted` lets SVG in, which only an import may bring. Refuses with `unsupported` or `too-large`.
 */
export async function decodeMedia(file: string, { trusted }: { trusted: boolean }): Promise<Decoded> {
  const { head, size } = await readHead(file)
  const audio = audioTypeOf(head)
  if (audio !== null) {
    if (size > MAX_AUDIO_BYTES) throw new Refusal('too-large', 'A sound may have 200 MB at most.')
    return { contentType: audio, width: null, height: null, content: { file } }
  }
  if (size > MAX_PICTURE_BYTES) throw new Refusal('too-large', 'A picture may have 32 MB at most.')
  if (looksLikeSvg(head)) return decodeDrawing(file, trusted)
  return decodePicture(file)
}

async function readHead(file: string): Promise<{ head: Uint8Array; size: number }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    return { head: buffer.subarray(0, bytesRead), size }
  } finally {
    await handle.close()
  }
}

async function decodeDrawing(file: string, trusted: boolean): Promise<Decoded> {
  if (!trusted) throw new Refusal('unsupported', 'SVG drawings cannot be uploaded, because they can carry programs.')
  const size = await sharp(file).metadata().catch(() => null)
  return { contentType: 'image/svg+xml', width: size?.width ?? null, height: size?.height ?? null, content: { file } }
}

async function decodePicture(file: string): Promise<Decoded> {
  const picture = sharp(file, { animated: true, limitInputPixels: MAX_PIXELS, failOn: 'error' })
  try {
    const { format } = await picture.metadata()
    const encode = ENCODERS[format ?? '']
    if (encode === undefined) throw new Refusal('unsupported', UNSUPPORTED)
    const { data, info } = await encode(picture.autoOrient()).toBuffer({ resolveWithObject: true })
    return { contentType: `image/${info.format}`, width: info.width, height: info.pageHeight ?? info.height, content: data }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const large = error instanceof Error && /pixel limit/i.test(error.message)
    if (large) throw new Refusal('too-large', 'A picture may have 64 megapixels at most.')
    throw new Refusal('unsupported', UNSUPPORTED)
  }
}

const UNSUPPORTED = 'This is not a picture (JPEG, PNG, WebP, GIF) or a sound (MP3, M4A, Ogg, WAV) that can be read.'

const ENCODERS: Record<string, (picture: Sharp) => Sharp> = {
  jpeg: (picture) => picture.jpeg({ quality: 88 }),
  png: (picture) => picture.png({ effort: 4 }),
  // Lossless stays lossless in spirit: flat drawings would suffer from lossy encoding.
  webp: (picture) => picture.webp({ quality: 90, effort: 3 }),
  gif: (picture) => picture.gif(),
}
