export function fingerprint(root: string, paths: readonly string[]): string
export function readMarker(file: string): string | null
export function writeMarker(file: string, text: string): void
