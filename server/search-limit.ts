import type { IncomingMessage } from 'node:http'
import { networkOf } from '@/lib/client-network'
import { env } from '@/lib/env'
import { createLoadLimiter } from '@/lib/rate-limit'
import { clientAddress } from '@/server/requests'

const searches = createLoadLimiter({ points: 300, seconds: 60 })

/** Counts a search; answers the seconds to wait when its address asked for too many, else null. */
export async function waitForSearch(request: IncomingMessage): Promise<number | null> {
  const address = clientAddress(request, env.trustProxy)
  const { allowed, retryAfterSeconds } = await searches.count(networkOf(address))
  return allowed ? null : retryAfterSeconds
}
