import { createServer } from 'node:http'

/** A placeholder until the real server arrives. */
export async function serve({ host, port }: { host: string; port: number; say(line: string): void }) {
  const server = createServer((request, response) => {
    const seconds = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('wait') ?? 0)
    setTimeout(() => response.end('octavo\n'), seconds * 1000)
  })
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  return {
    url: `http://localhost:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
