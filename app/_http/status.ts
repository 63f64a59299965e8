import type { RefusalCode } from '@/lib/errors'

const statuses: Record<RefusalCode, number> = {
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
}

export function statusOfRefusal(code: RefusalCode): number {
  return statuses[code]
}
