import type { IncomingMessage, ServerResponse } from 'node:http'
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
  request: IncomingMessage
  response: ServerResponse
}
