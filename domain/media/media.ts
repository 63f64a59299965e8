const MEGABYTE = 1024 * 1024

/** Pictures of any kind, animations included. */
export const MAX_PICTURE_BYTES = 32 * MEGABYTE
export const MAX_AUDIO_BYTES = 200 * MEGABYTE
/** Width times height of a picture, all frames together: a small file can unfold into a huge one. */
export const MAX_PIXELS = 64_000_000

export type AudioType = 'audio/mpeg' | 'audio/mp4' | 'audio/ogg' | 'audio/wav'

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
}

export function extensionOf(contentType: string): string {
  return EXTENSIONS[contentType] ?? 'bin'
}

/** What kind of sound the first bytes of a file announce, or null. The name of a file says nothing. */
export function audioTypeOf(head: Uint8Array): AudioType | null {
  const text = Buffer.from(head.subarray(0, 12)).toString('latin1')
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') return 'audio/wav'
  if (text.startsWith('OggS')) return 'audio/ogg'
  if (text.slice(4, 11) === 'ftypM4A' || text.slice(4, 12) === 'ftypmp42' || text.slice(4, 12) === 'ftypisom') return 'audio/mp4'
  // An ID3 tag, or the first frame of MPEG layer III: eleven bits set.
  const [first = 0, second = 0] = head
  return text.startsWith('ID3') || (first === 0xff && (second & 0xe6) === 0xe2) ? 'audio/mpeg' : null
}

/** Whether the beginning of a file is an SVG drawing. */
export function looksLikeSvg(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 1024)).toString('utf8').replace(/^\ufeff/, '').trimStart()
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text)
}
