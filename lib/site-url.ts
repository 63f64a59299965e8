/** The address the site is known by (`SITE_URL`, else this machine's), without a slash at its end. Absolute links use only this. */
export function siteUrl(): string {
  const url = process.env.SITE_URL || localUrl(process.env.HOST ?? '', Number(process.env.PORT || 3000))
  return url.replace(/\/+$/, '')
}

/** Whether somebody said what the site's address is. */
export function isSiteUrlChosen(): boolean {
  return (process.env.SITE_URL ?? '') !== ''
}

/** How this machine itself reaches a server that listens on `host`. */
export function localUrl(host: string, port: number): string {
  if (['', '127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** A path of this site as an absolute address; an absolute address as it is. */
export function absoluteUrl(path: string): string {
  return new URL(path, `${siteUrl()}/`).href
}

/** Whether browsers reach the site by https, so that cookies may be marked `Secure`. */
export function isHttps(): boolean {
  return siteUrl().startsWith('https:')
}
