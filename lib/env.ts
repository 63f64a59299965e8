import { siteUrl } from '@/lib/site-url'

/** Whether browsers reach the site by https, so that cookies may be marked `Secure`. */
export function isHttps(): boolean {
  return siteUrl().startsWith('https:')
}

/** What session cookies are encrypted with: `AUTH_SECRET`, which the start generates and keeps in the data folder. */
export function authSecret(): string {
  const { AUTH_SECRET } = process.env
  if (AUTH_SECRET) return AUTH_SECRET
  throw new Error('AUTH_SECRET is not set. The start sets it; a process started by hand needs it too.')
}

/** Where mail is handed in, such as `smtp://user:password@mail.example.org:587`; null when there is no such place. */
export function smtpUrl(): string | null {
  return process.env.SMTP_URL || null
}
