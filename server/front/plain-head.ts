/** What a plain request asks for: `rawHeaders` as Node has them, `headers` those that an answer which lies ready depends on. */
export type PlainHead = { url: string; rawHeaders: string[]; headers: Record<string, string> }

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
  const rawHeaders = rawHeadersOf(text)
  const headers: Record<string, string> = {}
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = String(rawHeaders[at]).toLowerCase()
    const value = String(rawHeaders[at + 1])
    if (ASKED_FOR.has(name)) {
      if (headers[name] !== undefined) return null
      headers[name] = value
    } else if (NEVER.has(name) && !isKeepAlive(name, value)) return null
  }
  return headers.host === undefined ? null : { url, rawHeaders, headers }
}

/** Names and values in turn, of a head that was found to be plain. */
function rawHeadersOf(text: string): string[] {
  const raw: string[] = []
  let end = text.indexOf('\r\n')
  for (let at = end + 2; at < text.length - 2; at = end + 2) {
    end = text.indexOf('\r\n', at)
    const colon = text.indexOf(':', at)
    let [first, last] = [colon + 1, end]
    while (first < last && isBlank(text, first)) first++
    while (last > first && isBlank(text, last - 1)) last--
    raw.push(text.slice(at, colon), text.slice(first, last))
  }
  return raw
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t'
}

function isKeepAlive(name: string, value: string): boolean {
  return name === 'connection' && value.toLowerCase() === 'keep-alive'
}
