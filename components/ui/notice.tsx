import type { ReactNode } from 'react'
import type { Tone } from '@/components/ui/badge'

const tones: Record<Tone, string> = {
  neutral: 'border-line bg-surface text-ink',
  good: 'border-good/40 bg-good-soft text-good',
  warn: 'border-warn/40 bg-warn-soft text-warn',
  danger: 'border-danger/40 bg-danger-soft text-danger',
  accent: 'border-accent/40 bg-accent-soft text-accent',
}

/** A sentence that matters, in the page. Trouble is announced at once, the rest politely. */
export function Notice({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`rounded-md border px-3 py-2 text-sm wrap-anywhere ${tones[tone]}`}
    >
      {children}
    </div>
  )
}
