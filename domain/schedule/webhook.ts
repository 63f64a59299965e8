import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { noteStep } from '@/domain/schedule/receipts'
import { databaseNow } from '@/lib/dates'
import { db } from '@/lib/db'
import { post } from '@/lib/outgoing'
import { absoluteUrl, siteUrl } from '@/lib/site-url'

/** Where the owner wants to hear of what readers see (`WEBHOOK_URL`); null when nowhere. */
export function webhookUrl(): string | null {
  return process.env.WEBHOOK_URL || null
}

const facts = z.object({
  path: z.string(),
  before: z.string().optional(),
  date: z.string().optional(),
  due: z.string().optional(),
})

/**
 * Tells the address of `WEBHOOK_URL` of an event, in the way of https://www.standardwebhooks.com: `webhook-id` stays the same
 * when it is sent again, so that the receiver can do each thing once. Throws when the receiver does not answer 2xx in 10 s.
 */
export async function sendWebhook(id: bigint): Promise<void> {
  const url = webhookUrl()
  if (url === null) return
  const event = await db.event.findUniqueOrThrow({ where: { id } })
  const { path, before, ...dates } = facts.parse(event.data)
  const body = JSON.stringify({
    type: event.type,
    timestamp: event.at.toISOString(),
    data: {
      site: siteUrl(),
      post: event.postId,
      url: absoluteUrl(path),
      ...(before === undefined ? {} : { previousUrl: absoluteUrl(before) }),
      ...dates,
    },
  })
  const message = `event_${id}`
  const timestamp = String(Math.floor((await databaseNow(db)).getTime() / 1_000))
  const headers = {
    'content-type': 'application/json',
    'webhook-id': message,
    'webhook-timestamp': timestamp,
    ...signatureOf(`${message}.${timestamp}.${body}`),
  }
  await post(url, { headers, body })
  await noteStep(id, 'webhook')
}

/** HMAC-SHA256 with the secret's bytes, which are base64 after `whsec_`, else the text itself. */
function signatureOf(signed: string): Record<string, string> {
  const secret = process.env.WEBHOOK_SECRET ?? ''
  if (secret === '') return {}
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
  return { 'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}` }
}
