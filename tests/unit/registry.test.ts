import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { registryTrouble } from '@/server/bootstrap/registry.mjs'

const servers: Server[] = []

afterEach(() => {
  vi.unstubAllEnvs()
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

test('a registry that answers is no trouble, whatever it answers', async () => {
  for (const status of [200, 404, 500]) {
    await listen((server) =>
      server.on('request', (_request, response) => response.writeHead(status).end('{}')),
    )
    expect(await registryTrouble({ tries: 1 })).toBeNull()
  }
})

test('a registry that nobody reaches is said within seconds, even by a silent npm', async () => {
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:1/')
  vi.stubEnv('npm_config_loglevel', 'silent')
  expect(await registryTrouble({ wait: 0 })).toBe('ECONNREFUSED')
})

test('a registry that keeps silent is given up after a while', async () => {
  await listen((server) => server)
  expect(await registryTrouble({ tries: 1, patience: 2_000 })).toBe('no answer')
})

async function listen(prepare: (server: Server) => Server) {
  const server = prepare(createServer()).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${address.port}/`)
}
