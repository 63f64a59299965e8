import { randomBytes } from 'node:crypto'
import { siteUrl } from '@/lib/site-url'

export type Headers = Record<string, string>

/** Shared caches cannot be told of a change: they may be a minute behind, except right before a planned moment. */
export const SHARED = 'public, max-age=0, s-maxage=60'
export const UNSHARED = 'public, max-age=0, s-maxage=0'

/** What readers' pages may do: show what is ours and pictures from anywhere secure, run our one file, and nothing else. */
const READER_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' https: data:", "media-src 'self' https:",
  "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ') // prettier-ignore

/** On every answer. */
export function commonHeaders(): Headers {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(siteUrl().startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

export function readerHeaders(): Headers {
  return {
    ...commonHeaders(),
    'content-security-policy': READER_POLICY,
    'cache-control': SHARED,
  }
}

/** Pages name the rules by which browsers fetch the next one before it is asked for (Chromium; others ignore it). */
export function pageHeaders(): Headers {
  return { ...readerHeaders(), 'speculation-rules': '"/reading.speculationrules"' }
}

/** Of what only those see who have the link: kept nowhere, found by no search, and its address told to nobody. */
export function reviewHeaders(): Headers {
  return {
    ...readerHeaders(),
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  }
}

/** Feeds are read by programs on other sites too. */
export function feedHeaders(): Headers {
  return {
    ...readerHeaders(),
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
  }
}

/** A desk page's policy: scripts by a nonce of this answer only. Styles by attribute, because Base UI places its popups so. */
export function deskPolicy(): { nonce: string; policy: string } {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'self'", `script-src 'nonce-${nonce}' 'strict-dynamic'`, `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'", "img-src 'self' https: data: blob:", "media-src 'self' https: blob:", "font-src 'self'",
    "connect-src 'self'", "object-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].join('; ') // prettier-ignore
  return { nonce, policy }
}
