import { afterEach, expect, test, vi } from 'vitest'
import { isOwnOrigin } from '@/server/origin'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['192.168.1.5:3000', 'http://192.168.1.5:3000'],
  ['[fd00::5]:3000', 'http://[fd00::5]:3000'],
  ['newsroom:3000', 'http://newsroom:3000'],
  ['newsroom.local', 'http://newsroom.local'],
  ['localhost:3000', 'http://localhost:3000'],
])('without SITE_URL somebody who came by %s may write from there', (host, origin) => {
  vi.stubEnv('SITE_URL', '')
  expect(isOwnOrigin({ host, origin }, 0)).toBe(true)
})

test.each([
  ['another site writes', '192.168.1.5:3000', 'http://evil.example'],
  ['another port writes', '192.168.1.5:3000', 'http://192.168.1.5:8080'],
  ['a name of the public DNS leads here', 'evil.example:3000', 'http://evil.example:3000'],
  ['a public name looks like a local one', 'a.local.evil.example', 'http://a.local.evil.example'],
  ['a public name looks like an address', '192.168.1.5.evil.example', 'http://192.168.1.5.evil.example'],
  ['the origin is opaque', '192.168.1.5:3000', 'null'],
  ['the host is no host', 'a b', 'http://a b'],
  ['the host hides another', 'evil.example@192.168.1.5', 'http://evil.example@192.168.1.5'],
  ['the connection is said to be secure', '192.168.1.5:3000', 'https://192.168.1.5:3000'],
])('without SITE_URL a write is refused when %s', (_case, host, origin) => {
  vi.stubEnv('SITE_URL', '')
  expect(isOwnOrigin({ host, origin }, 0)).toBe(false)
})

test('without an Origin no write is our own', () => {
  expect(isOwnOrigin({ host: 'localhost:3000' }, 0)).toBe(false)
})

test('with SITE_URL only its origin counts, and the loopback name', () => {
  vi.stubEnv('SITE_URL', 'https://blog.example.org')
  expect(isOwnOrigin({ host: '10.0.0.1:3000', origin: 'https://blog.example.org' }, 1)).toBe(true)
  expect(isOwnOrigin({ host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }, 0)).toBe(false)
  expect(isOwnOrigin({ host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 0)).toBe(true)
})

test('behind a proxy the host proves nothing', () => {
  vi.stubEnv('SITE_URL', '')
  expect(isOwnOrigin({ host: '192.168.1.5:3000', origin: 'http://192.168.1.5:3000' }, 1)).toBe(false)
})
