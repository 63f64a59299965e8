import type { Variant } from '@/server/prepared-answer'

/** Until when what lies ready may be used, and until when shared caches may keep it, by `monotonicNow()`. */
export type Span = { until: number; shareUntil: number }

/** An answer that is ready in one encoding, for exactly this address. */
export type Ready = { url: string; status: number; variant: Variant }

/** What the thread behind tells the front, in the order in which it must be believed. */
export type ToFront =
  | { is: 'listen'; host: string; port: number }
  | { is: 'ready'; ready: Ready }
  | { is: 'stale'; urls: string[] }
  | { is: 'good'; span: Span }
  | { is: 'close' }

/** What the front tells the thread behind. */
export type FromFront =
  { is: 'listening' } | { is: 'failed'; code: string; message: string } | { is: 'closed' }
