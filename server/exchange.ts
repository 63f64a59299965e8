import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Pages } from '@/server/pages'
import type { NextHandler } from '@/server/render-page'

/** One request on its way through the server, with what may answer it. */
export type Exchange = { next: NextHandler; pages: Pages; request: IncomingMessage; response: ServerResponse }
