import inject, { type InjectOptions } from 'light-my-request'
import type { Exchange } from '@/server/exchange'
import { handleRequest } from '@/server/handle-request'

type Standing = Partial<Pick<Exchange, 'next' | 'pages' | 'files' | 'lend'>>

/** Sends a request through our server's first steps, with what the test says standing behind them. */
export function ask(standing: Standing, options: InjectOptions) {
  return inject(
    (request, response) => handleRequest({ ...NOTHING_BEHIND, ...standing, request, response }),
    options,
  )
}

const notAsked = () => Promise.reject(new Error('This test expects no such request.'))

const NOTHING_BEHIND: Omit<Exchange, 'request' | 'response'> = {
  next: notAsked,
  pages: { kept: () => null, mayShare: () => true, page: notAsked, expire: () => undefined },
  media: { answer: notAsked, expire: () => undefined },
  files: { find: () => Promise.resolve(null) },
  lend: () => undefined,
}
