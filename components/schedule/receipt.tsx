'use client'

import { latenessInWords } from '@/components/schedule/lateness'
import { type LoadReceipt, useReceipt } from '@/components/schedule/use-receipt'
import type { PostReceipt } from '@/domain/schedule/post-receipt'
import { momentInWords } from '@/lib/times-in-words'

type Props = { postId: string; state: string; zone: string; load: LoadReceipt }
type Step = PostReceipt['steps'][number]['step']

const did: Record<PostReceipt['did'], string> = {
  appeared: 'Went live',
  changed: 'Changed',
  left: 'Left the site',
}
const seen: Record<Step, string> = {
  page: 'On its page',
  feed: 'In the feed',
  sitemap: 'In the sitemap',
  card: 'Picture for sharing',
  hub: 'Hub told',
  webhook: 'Webhook told',
}
const gone: Partial<Record<Step, string>> = {
  page: 'Its page',
  feed: 'Out of the feed',
  sitemap: 'Out of the sitemap',
}

/** What became of the last change that readers were shown, as the server saw it. Nothing where there was none. */
export function Receipt({ postId, state, zone, load }: Props) {
  const receipt = useReceipt(postId, state, load)
  if (receipt === null || receipt.steps.length === 0) return null
  const names = receipt.did === 'left' ? { ...seen, ...gone } : seen
  return (
    <section aria-labelledby="receipt" className="mt-5 flex flex-col gap-1 border-t border-line pt-4">
      <h2 id="receipt" className="text-[0.8125rem] font-medium">
        Receipt
      </h2>
      <p className="text-[0.8125rem] text-muted">
        {did[receipt.did]} {momentInWords(receipt.due, zone)}. Seen or told so long after:
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 text-[0.8125rem] text-muted">
        {receipt.steps.map(({ step, milliseconds }) => (
          <div key={step} className="contents">
            <dt>{names[step]}</dt>
            <dd className="text-right tabular-nums">
              {milliseconds === null ? 'not yet' : latenessInWords(milliseconds)}
            </dd>
          </div>
        ))}
      </dl>
      {receipt.reason !== null && (
        <p className="text-[0.8125rem] wrap-anywhere text-danger">{receipt.reason}</p>
      )}
    </section>
  )
}
