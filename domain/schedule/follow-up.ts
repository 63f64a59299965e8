import { hubUrl } from '@/domain/schedule/hub'
import { type Opening, openReceipt, type Step } from '@/domain/schedule/receipts'
import { webhookUrl } from '@/domain/schedule/webhook'
import type { Tx } from '@/lib/db'
import { addJob, type Jobs } from '@/lib/jobs'

/** What of a post decides where it is to be seen. */
export type Place = {
  kind: 'post' | 'page'
  /** Whether search engines may list it. */
  isListed: boolean
  hasPicture: boolean
}

/** In the transaction of an event: begins its receipt, and adds a job for everything that follows. `place` is null when the post is gone. */
export async function followUp(tx: Tx, event: Omit<Opening, 'steps'>, place: Place | null): Promise<void> {
  const steps = [...stepsOfSite(place), ...stepsElsewhere()]
  await openReceipt(tx, { ...event, steps })
  for (const name of new Set(steps.map((step) => JOBS[step])))
    await addJob(tx, { name, payload: { event: String(event.event) }, key: `${name}:${event.event}` })
}

/** Of a post that is gone, that it is. */
function stepsOfSite(place: Place | null): Step[] {
  if (place === null) return ['page', 'feed', 'sitemap']
  const steps: (Step | null)[] = [
    'page',
    place.kind === 'post' ? 'feed' : null,
    place.isListed ? 'sitemap' : null,
    place.hasPicture ? null : 'card',
  ]
  return steps.filter((step) => step !== null)
}

function stepsElsewhere(): Step[] {
  const steps: (Step | null)[] = [hubUrl() === null ? null : 'hub', webhookUrl() === null ? null : 'webhook']
  return steps.filter((step) => step !== null)
}

const JOBS = {
  page: 'check-receipt',
  feed: 'check-receipt',
  sitemap: 'check-receipt',
  card: 'warm-card',
  hub: 'ping-hub',
  webhook: 'send-webhook',
} as const satisfies Record<Step, keyof Jobs>
