import { createServer } from 'node:http'

// What Node itself can do with these headers and bytes: the mark that Octavo is held against.
const named = JSON.parse(process.env.HEADERS ?? '{}')
const headers = Object.entries(named).flat()
const headersWhenUnchanged = Object.entries(JSON.parse(process.env.HEADERS_WHEN_UNCHANGED ?? '{}')).flat()
const body = Buffer.from(process.env.BODY ?? '', 'base64')

createServer((request, response) => {
  if (request.headers['if-none-match'] === named.etag) {
    response.writeHead(304, headersWhenUnchanged).end()
    return
  }
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
