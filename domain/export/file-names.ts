import { slugify } from '@/lib/slug'

const LONGEST_BYTES = 120
const windows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** What an importer takes for a date, a language, a folder's own page or no post at all. */
const meaning =
  /^(?:_?index|readme|licen[cs]e|changelog|contributing|security|authors|copying)$|^\d{4}-\d|\.[a-z]{2}(?:[-_][a-z]{2,4})?$/i

/** A name for a file that every disk takes and every importer reads as nothing but a name; never empty. */
export function fileNameOf(slug: string): string {
  const plain = slug
    .normalize('NFC')
    .replace(/[<>:"|?*\\/\p{Cc}]/gu, '-')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
  const short = shorten(plain) || 'post'
  return windows.test(short) || meaning.test(short) || short.startsWith('_')
    ? `post-${slugify(short)}`
    : short
}

/** The name of an uploaded file, with an ending that says what it is. */
export function mediaNameOf(fileName: string, key: string): string {
  const ending =
    /\.(jpe?g|png|webp|gif|svg|mp3|m4a|ogg|wav)$/i.exec(fileName)?.[0] ?? `.${key.split('.').at(-1) ?? 'bin'}`
  const stem = fileName.slice(0, fileName.endsWith(ending) ? -ending.length : undefined)
  const plain = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{Mn}\p{Mc}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  const short = shorten(plain) || 'file'
  return `${windows.test(short) ? `file-${short}` : short}${ending}`
}

/** Whether a path stays inside the folder it is written to, on every system. */
export function isSafePath(path: string): boolean {
  return path.split('/').every((step) => step !== '' && step !== '.' && step !== '..' && !/[\\\0]/.test(step))
}

/** Paths that are taken, whatever their case; a folder is taken by what lies in it. */
export type TakenPaths = {
  has: (path: string) => boolean
  take: (path: string) => void
  free: (path: string) => string
}

export function takePaths(): TakenPaths {
  const taken = new Set<string>()
  const fold = (path: string) => path.normalize('NFC').toLowerCase()
  const has = (path: string) => taken.has(fold(path))
  function take(path: string) {
    const steps = fold(path).split('/')
    for (let length = 1; length <= steps.length; length += 1) taken.add(steps.slice(0, length).join('/'))
  }
  /** The path, or the first of `name-2.md`, `name-3.md` … that is free; it is taken then. */
  function free(path: string): string {
    const [, stem = path, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? []
    let candidate = path
    for (let number = 2; has(candidate); number += 1) candidate = `${stem}-${number}${ending}`
    take(candidate)
    return candidate
  }
  return { has, take, free }
}

function shorten(name: string): string {
  let short = name
  while (Buffer.byteLength(short) > LONGEST_BYTES) short = Array.from(short).slice(0, -1).join('')
  return short.replace(/[.\s-]+$/g, '')
}
