/** What the library takes, by what the file is and not by what it is called. SVG comes only with an import. */
export const MEDIA_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
} as const

export type MediaType = keyof typeof MEDIA_TYPES

const MEGABYTE = 1024 * 1024
export const PICTURE_BYTES = 32 * MEGABYTE
export const AUDIO_BYTES = 200 * MEGABYTE
export const PICTURE_PIXELS = 64_000_000

/** What a file picker offers. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif,audio/mpeg,audio/mp4,audio/ogg,audio/wav'

export function isAudio(contentType: string): boolean {
  return contentType.startsWith('audio/')
}

/** The most bytes a file of this type may have. */
export function bytesAllowed(contentType: string): number {
  return isAudio(contentType) ? AUDIO_BYTES : PICTURE_BYTES
}

/** `1.4 MB`, `230 kB`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= MEGABYTE) return `${(bytes / MEGABYTE).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} kB`
}

/** Where it is served. */
export function addressOfMedia(key: string): string {
  return `/media/${key}`
}
