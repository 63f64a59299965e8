/** The public origin, without a slash at its end: `SITE_URL`, else this machine's. Never a request's `Host`. */
export function siteUrl(): string {
  const named = process.env.SITE_URL
  if (named !== undefined && named !== '') return named.replace(/\/+$/, '')
  return `http://localhost:${process.env.PORT ?? '3000'}`
}

/** A path of this site as an absolute address; what is absolute already stays as it is. */
export function absoluteUrl(path: string): string {
  return path.startsWith('/') ? siteUrl() + path : path
}
