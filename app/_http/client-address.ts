const UNKNOWN = '127.0.0.1'

/** The address of whoever asks: our own server writes this header and strips it from outside. */
export function clientAddress(headers: { get: (name: string) => string | null }): string {
  return headers.get('x-octavo-client') ?? UNKNOWN
}
