const ELSEWHERE = 'https://elsewhere.invalid'

/**
 * Reads where to go after sign-in, as a path of this site: whatever could lead elsewhere, and whatever a browser might read
 * differently from us, becomes `fallback`. Absolute addresses are accepted for `origin` only.
 */
export function localPath(
  wish: string | null | undefined,
  { fallback = '/admin', origin = '' } = {},
): string {
  if (!wish || wish.length > 2_000) return fallback
  const path = origin !== '' && wish.startsWith(`${origin}/`) ? wish.slice(origin.length) : wish
  // Printable ASCII without blanks and backslashes; one slash at the start, so no other host.
  if (!/^\/(?!\/)[!-[\]-~]*$/.test(path) || !URL.canParse(path, ELSEWHERE)) return fallback
  const url = new URL(path, ELSEWHERE)
  if (url.origin !== ELSEWHERE || !isDecodable(path) || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}

function isDecodable(path: string): boolean {
  try {
    return !/[\u0000-\u001f\\]/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
