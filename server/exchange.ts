import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Ready } from '@/server/front/message'
import type { MediaFiles } from '@/server/media'
import type { Pages } from '@/server/pages'
import type { NextHandler } from '@/server/render-page'
import type { StaticFiles } from '@/server/static-files'

/** One request on its way through the server, with what may answer it. */
export type Exchange = {
  next: NextHandler
  pages: Pages
  media: MediaFiles
  files: StaticFiles
  /** Gives the front a copy of what was just sent, so that it answers the next time. */
  lend(ready: Ready): void
  request: IncomingMessage
  response: ServerResponse
}
