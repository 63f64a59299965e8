import { getSettings } from '@/domain/settings/queries'
import { absoluteUrl } from '@/lib/site-url'

/** The standard wants less than a year. */
const HOLDS_FOR_MS = 180 * 86_400_000

/** Where weaknesses are told (RFC 9116); nothing while the settings name no place. */
export async function answerSecurity(): Promise<Response> {
  const { securityContact: contact, language } = await getSettings()
  if (contact === '') return new Response('Not found.\n', { status: 404 })
  const lines = [
    `Contact: ${contact.startsWith('https://') ? contact : `mailto:${contact}`}`,
    `Expires: ${new Date(Date.now() + HOLDS_FOR_MS).toISOString()}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${absoluteUrl('/.well-known/security.txt')}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
