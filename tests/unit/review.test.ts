import { expect, test } from 'vitest'
import { isReading } from '@/domain/reviews/review'

const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

test('somebody in a browser reads', () => {
  expect(isReading({ userAgent: BROWSER, purpose: '' })).toBe(true)
})

test.each([
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'facebookexternalhit/1.1',
  'WhatsApp/2.23.20.0',
  'TelegramBot (like TwitterBot)',
  'LinkedInBot/1.0',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
  'curl/8.5.0',
  '',
])('%s only looks at what a link leads to', (userAgent) => {
  expect(isReading({ userAgent, purpose: '' })).toBe(false)
})

test('a page that is fetched ahead of a click is not read', () => {
  expect(isReading({ userAgent: BROWSER, purpose: 'prefetch;prerender' })).toBe(false)
})
