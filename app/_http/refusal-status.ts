import type { Refusal, RefusalCode } from '@/lib/errors'

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
  'storage-full': 507,
} as const satisfies Record<RefusalCode, number>

/** The HTTP status of expected trouble. */
export function statusOf(refusal: Refusal): number {
  return STATUS[refusal.code]
}
