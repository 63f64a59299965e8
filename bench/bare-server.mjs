import { createServer } from 'node:http'

// What Node itself can do with these headers and bytes: the mark that Octavo is held against.
const headers = Object.entries(JSON.parse(process.env.HEADERS ?? '{}')).flat()
const body = Buffer.from(process.env.BODY ?? '', 'base64')

createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
