import { expect, test } from 'vitest'
import { readPlainHead } from '@/server/front/plain-head'

const read = (...lines: string[]) => readPlainHead(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'))
const plus = (...lines: string[]) => read('GET /posts/a HTTP/1.1', 'Host: blog.example', ...lines)

test('what a browser sends is plain, and what an answer that lies ready depends on is at hand', () => {
  const head = read(
    'GET /posts/a?b=c HTTP/1.1',
    'Host: blog.example',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64) \xe9t\xe9',
    'ACCEPT-encoding:\t gzip, deflate, br \t',
    'if-none-match:"abc-gz"',
    'If-Modified-Since: Thu, 26 Nov 2026 13:11:07 GMT',
    'Cookie: a=b',
    'X-Empty:',
    'connection: Keep-Alive',
  )
  expect(head).toEqual({
    url: '/posts/a?b=c',
    rawHeaders: [
      ...['Host', 'blog.example', 'User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) \xe9t\xe9'],
      ...['ACCEPT-encoding', 'gzip, deflate, br', 'if-none-match', '"abc-gz"'],
      ...['If-Modified-Since', 'Thu, 26 Nov 2026 13:11:07 GMT', 'Cookie', 'a=b', 'X-Empty', ''],
      ...['connection', 'Keep-Alive'],
    ],
    headers: {
      host: 'blog.example',
      'accept-encoding': 'gzip, deflate, br',
      'if-none-match': '"abc-gz"',
      'if-modified-since': 'Thu, 26 Nov 2026 13:11:07 GMT',
    },
  })
})

test.each([
  ['another method', 'HEAD /posts/a HTTP/1.1', 'Host: a'],
  ['a method in small letters', 'get /posts/a HTTP/1.1', 'Host: a'],
  ['HTTP/1.0', 'GET /posts/a HTTP/1.0', 'Host: a'],
  ['an address with its host', 'GET http://a/posts/a HTTP/1.1', 'Host: a'],
  ['two spaces', 'GET  /posts/a HTTP/1.1', 'Host: a'],
  ['a space in the address', 'GET /posts/a b HTTP/1.1', 'Host: a'],
  ['a letter that is not ASCII in the address', 'GET /posts/\xe9 HTTP/1.1', 'Host: a'],
  ['no header', 'GET /posts/a HTTP/1.1'],
  ['no host', 'GET /posts/a HTTP/1.1', 'Accept: */*'],
  ['two hosts', 'GET /posts/a HTTP/1.1', 'Host: a', 'Host: b'],
  ['a space before the colon', 'GET /posts/a HTTP/1.1', 'Host : a'],
  ['a header that goes on in the next line', 'GET /posts/a HTTP/1.1', 'Host: a', 'X-A: b', ' c: d'],
  ['a line that ends with a line feed only', 'GET /posts/a HTTP/1.1', 'Host: a\nContent-Length: 4'],
  ['a carriage return in a value', 'GET /posts/a HTTP/1.1', 'Host: a', 'X-A: b\rContent-Length: 4'],
  ['a null byte', 'GET /posts/a HTTP/1.1', 'Host: a', 'X-A: \0'],
  ['a line without a colon', 'GET /posts/a HTTP/1.1', 'Host: a', 'nothing'],
  ['a header without a name', 'GET /posts/a HTTP/1.1', 'Host: a', ': b'],
  ['something after its end', 'GET /posts/a HTTP/1.1', 'Host: a', '', 'body'],
  ['two requests', 'GET /posts/a HTTP/1.1', 'Host: a', '', 'GET /posts/a HTTP/1.1', 'Host: a'],
])('%s is not plain', (_, ...lines) => {
  expect(read(...lines)).toBe(null)
})

test.each([
  'Content-Length: 0',
  'content-length:4',
  'Transfer-Encoding: chunked',
  'Expect: 100-continue',
  'Upgrade: h2c',
  'Connection: close',
  'Connection: keep-alive, upgrade',
  'Proxy-Connection: keep-alive',
  'Keep-Alive: 300',
  'TE: trailers',
  'Trailer: X-A',
])('who sends "%s" wants what only Node can give', (line) => {
  expect(plus('Accept: */*')).not.toBe(null)
  expect(plus(line)).toBe(null)
})

test.each(['Accept-Encoding: br', 'If-None-Match: "a"', 'If-Modified-Since: Thu, 26 Nov 2026 13:11:07 GMT'])(
  '"%s" twice is not plain',
  (line) => {
    expect(plus(line)).not.toBe(null)
    expect(plus(line, line.toUpperCase())).toBe(null)
  },
)

test('a part of a head is not plain, wherever it breaks off', () => {
  const whole = 'GET /posts/a HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n'
  expect(readPlainHead(Buffer.from(whole))).not.toBe(null)
  for (let length = 0; length < whole.length; length++)
    expect(readPlainHead(Buffer.from(whole.slice(0, length)))).toBe(null)
})

test('a head of eight kilobytes is read at once, and a longer one is left to Node', () => {
  const head = (length: number) => plus(`X-A: ${'a:'.repeat(length / 2)}`)
  expect(head(8_000)).not.toBe(null)
  expect(head(9_000)).toBe(null)
  expect(plus(...Array.from({ length: 2_000 }, () => 'a:'))).not.toBe(null)
})
