const longest = 120

/**
 * One address segment from any text. NFC, lower case; letters, their marks and numbers of every script stay as they are
 * (no transliteration), apostrophes inside words vanish, everything else, dots included, becomes one hyphen.
 * At most 120 code points, cut at a hyphen where there is one in the second half. Never empty: `post` when nothing is left.
 */
export function slugify(text: string): string {
  const words = text.toWellFormed().normalize('NFC').toLowerCase().normalize('NFC')
  const slug = words
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .replace(/[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu, '')
    .replace(/(?<![\p{L}\p{N}\p{Mn}\p{Mc}])[\p{Mn}\p{Mc}]+/gu, '-')
    .replace(/[^\p{L}\p{N}\p{Mn}\p{Mc}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return shorten(slug) || 'post'
}

/**
 * Whether a slug that somebody chose can stay exactly as it is: NFC, 1 to 120 code points, letters, marks and numbers of any
 * script and `-`, `_`, `.`, `~`, beginning with a letter or number and not ending with a dot. Case and dots are kept.
 */
export function isSlug(text: string): boolean {
  const allowed = /^[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\p{Mc}._~-]*$/u
  return (
    allowed.test(text) &&
    !text.endsWith('.') &&
    text.normalize('NFC') === text &&
    Array.from(text).length <= longest
  )
}

function shorten(slug: string): string {
  const points = Array.from(slug)
  if (points.length <= longest) return slug
  const cut = points.slice(0, points[longest] === '-' ? longest : longest + 1)
  const hyphen = cut.length > longest ? cut.lastIndexOf('-') : -1
  return cut.slice(0, hyphen > longest / 2 ? hyphen : longest).join('')
}
