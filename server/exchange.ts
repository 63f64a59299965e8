import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MediaFiles } from '@/server/media'
import type { Pages } from '@/server/pages'
import type { NextHandler } from '@/server/render-page'

/** One request on its way through the server, with what may answer it. */
export type Exchange = {
  next: NextHandler
  pages: Pages
  media: MediaFiles
  request: IncomingMessage
  response: ServerResponse
}
