/** What a request with a plain head asks for. The headers are named as Node names them. */
export type PlainHead = { url: string; headers: Record<string, string> }

/** Bytes. Who sends more than this is not reading a page. */
const LONGEST = 8_192
/** One whole head and nothing after it (RFC 9112 § 3 and 5): names of token letters, values without control characters, CRLF. */
const PLAIN =
  /^GET (\/[\x21-\x7e]*) HTTP\/1\.1\r\n(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*\r\n)+\r\n$/
const ASKED_FOR = new Set(['host', 'accept-encoding', 'if-none-match', 'if-modified-since'])
/** A body, another protocol, the end of the connection: whatever they say, they make a request one that is not plain. */
const NEVER = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * Reads the request that most readers send, or returns null for any other, however slightly it differs: a part of a head, two
 * requests, a header that is there twice or changes how the rest is read. Nothing is guessed, so that nobody else can
 * understand the same bytes as another request.
 */
export function readPlainHead(bytes: Buffer): PlainHead | null {
  if (bytes.length > LONGEST) return null
  const text = bytes.toString('latin1')
  const url = PLAIN.exec(text)?.[1]
  if (url === undefined) return null
  const headers: Record<string, string> = {}
  let end = text.indexOf('\r\n')
  for (let at = end + 2; at < text.length - 2; at = end + 2) {
    end = text.indexOf('\r\n', at)
    const colon = text.indexOf(':', at)
    const name = text.slice(at, colon).toLowerCase()
    const isAskedFor = ASKED_FOR.has(name)
    if (!isAskedFor && !NEVER.has(name)) continue
    const value = text.slice(colon + 1, end).replace(/^[\t ]+|[\t ]+$/g, '')
    if (isAskedFor && headers[name] === undefined) headers[name] = value
    else if (name !== 'connection' || value.toLowerCase() !== 'keep-alive') return null
  }
  return headers.host === undefined ? null : { url, headers }
}
