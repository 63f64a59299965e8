import sharp, { type Metadata, type Sharp } from 'sharp'
import { PICTURE_PIXELS, type MediaType } from '@/domain/media/media'
import { Refusal } from '@/lib/errors'

export type Size = { width: number; height: number }

/**
 * Writes a picture anew at `to`: turned upright, in sRGB, without anything that was hidden in it. Refuses what cannot be decoded
 * (`unsupported`) and more than 64 megapixels (`too-large`). Returns the size of one frame.
 */
export async function encodePicture(from: string, to: string, type: MediaType): Promise<Size> {
  const options = { animated: true, limitInputPixels: PICTURE_PIXELS, failOn: 'error' } as const
  const found = await readMetadata(from)
  if (found.width * found.height > PICTURE_PIXELS) throw tooLarge()
  try {
    await encoded(sharp(from, options).autoOrient(), type).toFile(to)
  } catch (error) {
    throw refusalOf(error)
  }
  const { width, height, pageHeight } = await sharp(to, options).metadata()
  return { width, height: pageHeight ?? height }
}

/** Reads a picture to its last pixel, and refuses what `encodePicture` would. */
export async function decodePicture(from: string): Promise<void> {
  const found = await readMetadata(from)
  if (found.width * found.height > PICTURE_PIXELS) throw tooLarge()
  try {
    await sharp(from, { animated: true, limitInputPixels: PICTURE_PIXELS, failOn: 'error' }).stats()
  } catch (error) {
    throw refusalOf(error)
  }
}

/** The size an SVG asks for. Its text is kept as it is: it is served under a policy that lets nothing in it run. */
export async function sizeOfSvg(path: string): Promise<Size> {
  const { width, height } = await readMetadata(path)
  return { width, height }
}

async function readMetadata(path: string): Promise<Metadata> {
  try {
    return await sharp(path, { animated: true, limitInputPixels: false }).metadata()
  } catch (error) {
    throw refusalOf(error)
  }
}

function encoded(picture: Sharp, type: MediaType): Sharp {
  if (type === 'image/jpeg') return picture.jpeg({ quality: 85, mozjpeg: true })
  if (type === 'image/webp') return picture.webp({ quality: 85 })
  return type === 'image/gif' ? picture.gif() : picture.png()
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || 'code' in error) return error
  if (/pixel limit/.test(error.message)) return tooLarge()
  // libvips reports a full disk only in words.
  if (/no space left|write error/i.test(error.message)) {
    return new Refusal('storage-full', 'There is no room left on the disk.')
  }
  return new Refusal('unsupported', 'This file is broken: it cannot be read as a picture.')
}

function tooLarge() {
  return new Refusal('too-large', 'This picture has more than 64 megapixels.')
}
