import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { finished } from 'node:stream'
import { type Behind, passedOn } from '@/server/front/behind'
import type { PlainHead } from '@/server/front/plain-head'

export type Passage = {
  head: PlainHead
  socket: Socket
  /** What is said of the connection, asked for when the answer begins. */
  connection: () => string
  whenWritten: () => void
  /** Nothing came back, and nothing was written. */
  whenUnanswered: () => void
}

/**
 * Passes a plain request on to the thread behind and writes its answer to the connection as it comes, framed as Node would. An
 * answer that breaks off breaks the connection off, and a client that goes away ends what is done for it.
 */
export function passPlain(behind: Behind, passage: Passage): void {
  const { head, socket, whenUnanswered } = passage
  const { url, rawHeaders } = head
  const onward = behind({ method: 'GET', url, rawHeaders, client: socket.remoteAddress })
  const leave = () => void onward.destroy()
  socket.on('close', leave)
  let isAnswered = false
  onward.on('response', (answer) => {
    isAnswered = true
    passBack(answer, passage)
  })
  onward.on('close', () => socket.off('close', leave))
  onward.on('error', () => isAnswered || socket.destroyed || whenUnanswered())
  onward.end()
}

function passBack(answer: IncomingMessage, { socket, connection, whenWritten }: Passage): void {
  const isFramed = answer.headers['content-length'] !== undefined || isWithoutBody(answer.statusCode)
  socket.cork()
  const framing = isFramed ? '' : 'Transfer-Encoding: chunked\r\n'
  socket.write(`${headOf(answer)}${connection()}${framing}\r\n`, 'latin1')
  answer.on('data', (bytes: Buffer) => {
    if (isFramed ? socket.write(bytes) : writeChunk(socket, bytes)) return
    answer.pause()
    socket.once('drain', () => answer.resume())
  })
  // With what has come already, in one call to the system.
  process.nextTick(() => socket.uncork())
  finished(answer, (error) => {
    if (error) return void socket.destroy()
    if (!isFramed) socket.write('0\r\n\r\n')
    whenWritten()
  })
}

function headOf({ statusCode = 500, statusMessage, rawHeaders }: IncomingMessage): string {
  let head = `HTTP/1.1 ${statusCode} ${statusMessage ?? ''}\r\n`
  const headers = passedOn(rawHeaders)
  for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`
  return head
}

/** RFC 9112 § 6.3. */
function isWithoutBody(status: number | undefined): boolean {
  return status === 204 || status === 304
}

function writeChunk(socket: Socket, bytes: Buffer): boolean {
  socket.cork()
  socket.write(`${bytes.length.toString(16)}\r\n`, 'latin1')
  socket.write(bytes)
  const hasRoom = socket.write('\r\n', 'latin1')
  socket.uncork()
  return hasRoom
}
