import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import { projectRoot } from '@/server/project-root'
import { followExpiry } from '@/server/expiry'
import { createMediaFiles } from '@/server/media'
import { createPages } from '@/server/pages'
import { handleRequest } from '@/server/handle-request'
import { createStaticFiles } from '@/server/static-files'

type Place = { host: string; port: number; databaseUrl: string }
type Serving = { close(): Promise<void> }

const DRAIN_MS = 15_000

/**
 * Serves the built site. `close` takes no new connection, lets requests in flight finish (15 s at most), and resolves when the
 * last one has ended.
 */
export async function serve({ host, port, databaseUrl }: Place): Promise<Serving> {
  // Next would listen for upgrades on our server, and end the connection of every client that offers HTTP/2.
  const httpServer = createServer()
  const app = next({ dev: false, dir: projectRoot(), hostname: host, port, httpServer })
  await app.prepare()
  const handler = app.getRequestHandler()
  const pages = createPages(handler, () => expiry.isTrusted())
  const files = createStaticFiles()
  const media = createMediaFiles(() => expiry.isTrusted())
  const expiry = await followExpiry(databaseUrl, (tags) => {
    pages.expire(tags)
    media.expire(tags)
  })
  const server = createServer(limits, (request, response) =>
    handleRequest({ next: handler, pages, media, files, request, response }),
  )
  server.on('clientError', (error, socket) => refuseConnection(error, socket))
  try {
    await listen(server, { host, port })
  } catch (error) {
    await expiry.stop()
    throw error
  }
  return { close }

  async function close() {
    await drain(server)
    await expiry.stop()
  }
}

const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  // Uploads may take this long; shorter deadlines are set per request.
  requestTimeout: 1_800_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

const STATUS_OF_CONNECTION_ERROR: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** What cannot be read as HTTP gets its status and the end of the connection; the others notice nothing. */
function refuseConnection(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = STATUS_OF_CONNECTION_ERROR[error.code ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const giveUp = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(giveUp)
}
