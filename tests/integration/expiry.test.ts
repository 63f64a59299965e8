import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { transaction } from '@/lib/db'
import { expire } from '@/lib/depends'
import { followExpiry } from '@/server/expiry'

const ends: (() => unknown)[] = []
afterAll(async () => {
  for (const end of ends) await end()
})

/** A way to the database that can fall silent, as a network does that forgets a connection: nothing arrives, nothing is closed. */
async function networkTo(database: string) {
  const url = new URL(database)
  const [port, host] = [Number(url.port), url.hostname]
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = connect(port, host)
    near.pipe(far)
    far.pipe(near)
    for (const socket of [near, far]) socket.on('error', () => socket.destroy())
    sockets.push(near, far)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('the network has no port')
  url.port = String(place.port)
  url.hostname = '127.0.0.1'
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const forget = () => {
    for (const socket of sockets.splice(0)) {
      socket.unpipe()
      socket.pause()
      ends.push(() => socket.destroy())
    }
  }
  return { url: url.href, forget, refuse: () => server.close() }
}

test('a connection that a network forgot is noticed, and what is said afterwards is heard', async () => {
  const network = await networkTo(process.env.DATABASE_URL ?? '')
  const heard: string[] = []
  const expiry = await followExpiry(network.url, (tags) => heard.push(...tags), { beatMs: 100 })
  ends.unshift(() => expiry.stop())
  network.forget()
  heard.length = 0
  await transaction((tx) => expire(tx, ['said while nobody heard']))
  await expect.poll(() => heard, { interval: 50, timeout: 20_000 }).toContain('all')
  expect(expiry.isTrusted()).toBe(true)
  await transaction((tx) => expire(tx, ['said afterwards']))
  await expect.poll(() => heard, { interval: 20, timeout: 5_000 }).toContain('said afterwards')
})

test('what is kept is used for no more than a minute after the last word from the database', async () => {
  const network = await networkTo(process.env.DATABASE_URL ?? '')
  const expiry = await followExpiry(network.url, () => undefined, { beatMs: 100 })
  ends.unshift(() => expiry.stop())
  expect(expiry.trustedUntil()).toBe(Infinity)
  const lastWord = performance.now()
  network.refuse()
  network.forget()
  await expect.poll(() => expiry.trustedUntil(), { interval: 50, timeout: 20_000 }).toBeLessThan(Infinity)
  expect(expiry.trustedUntil()).toBeLessThanOrEqual(lastWord + 60_000)
  expect(expiry.trustedUntil()).toBeGreaterThan(lastWord + 55_000)
  expect(expiry.isTrusted()).toBe(true)
})
