const LONGEST_SEGMENT = 1_000

/**
 * One segment of a requested path, decoded. Null when it cannot name anything here: a broken percent-encoding, a control
 * character (Postgres refuses NUL), a slash, or more than 1,000 characters.
 */
export function readSegment(raw: string): string | null {
  if (raw.length > LONGEST_SEGMENT * 3) return null
  const segment = decode(raw)
  if (segment === null || segment === '' || segment.length > LONGEST_SEGMENT) return null
  return /[\p{Cc}\p{Cs}/\\]/u.test(segment) ? null : segment
}

/** The number in `/page/2`: from 1, at most five digits, written in one way only. */
export function readPageNumber(raw: string): number | null {
  return /^[1-9]\d{0,4}$/.test(raw) ? Number(raw) : null
}

function decode(raw: string): string | null {
  try {
    return decodeURIComponent(raw)
  } catch {
    return null
  }
}
