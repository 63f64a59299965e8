/** A path whose segments are written plainly (`/über/uns`) as addresses are stored and asked for: each segment encoded in one way. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.normalize('NFC')))
    .join('/')
}
