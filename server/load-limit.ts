import type { IncomingMessage } from 'node:http'
import { networkOf } from '@/lib/client-network'
import { env } from '@/lib/env'
import { createLoadLimiter } from '@/lib/rate-limit'
import { clientAddress } from '@/server/requests'

/** What costs work each time it is asked for, because it is not kept. */
const limits = [
  { paths: /^\/search$/, limiter: createLoadLimiter({ points: 300, seconds: 60 }) },
  { paths: /^\/preview\//, limiter: createLoadLimiter({ points: 60, seconds: 60 }) },
]

/** Counts a request; answers the seconds to wait when its address asked for too many such pages, else null. */
export async function secondsToWait(path: string, request: IncomingMessage): Promise<number | null> {
  const limit = limits.find(({ paths }) => paths.test(path))
  if (limit === undefined) return null
  const address = clientAddress(request, env.trustProxy)
  const { allowed, retryAfterSeconds } = await limit.limiter.count(networkOf(address))
  return allowed ? null : retryAfterSeconds
}
