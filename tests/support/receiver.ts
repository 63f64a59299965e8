import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }

/** A server on this machine that notes what it is sent, and answers with the next status that it was told to, else 204. */
export async function openReceiver() {
  const received: Received[] = []
  const statuses = new Map<string, number[]>()
  const waiting: (() => void)[] = []
  const closed = new Set<string>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body })
      const answer = () =>
        response.writeHead(statuses.get(request.url ?? '')?.shift() ?? 204, { location: '/elsewhere' }).end()
      if (closed.has(request.url ?? '')) waiting.push(answer)
      else answer()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    /** The statuses of the answers to come there. */
    answerNext: (path: string, ...next: number[]) => void statuses.set(path, next),
    /** From now on nobody there is answered, until they are let go. */
    hold: (path: string) => void closed.add(path),
    held: () => waiting.length,
    letGo: (path: string) => {
      closed.delete(path)
      for (const answer of waiting.splice(0)) answer()
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
