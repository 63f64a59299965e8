import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '../..')
const versions = z.record(z.string(), z.string()).default({})
const packageSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
})
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), resolved: z.string().optional() }),
  ),
})

const lockText = read('package-lock.json')
const manifest = packageSchema.parse(JSON.parse(read('package.json')))
const lock = lockSchema.parse(JSON.parse(lockText))

// The oldest releases without a published hole that matters here; the registry's own audit is not always reachable.
test.each([
  ['next', '16.4.1'],
  ['react', '19.3.1'],
  ['react-dom', '19.3.1'],
  ['sharp', '0.35.5'],
  ['next-auth', '4.24.15'],
  ['nodemailer', '7.0.7'],
])('every copy of %s is %s or newer', (name, floor) => {
  const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(copies.length).toBeGreaterThan(0)
  for (const [path, { version }] of copies) {
    expect(isAtLeast(version ?? '0', floor), `${path} is ${version}`).toBe(true)
  }
})

test.each([
  ['16.4.1', true],
  ['16.4.10', true],
  ['17.0.0', true],
  ['16.4.0', false],
  ['9.9.9', false],
  ['16.4.1-canary.3', false],
])('%s reaches a floor of 16.4.1: %s', (version, expected) => {
  expect(isAtLeast(version, '16.4.1')).toBe(expected)
})

test('every dependency is pinned to one version', () => {
  const pins = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const loose = Object.entries(pins).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
  expect(loose).toEqual([])
})

test('the lockfile names no registry, so that it works behind any mirror', () => {
  const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)
  expect(resolved).toEqual([])
  expect(lockText).not.toMatch(/registry|\.tgz/)
})

test('the client and the tool of Prisma have the same version', () => {
  expect(manifest.dependencies['@prisma/client']).toBe(manifest.dependencies.prisma)
})

function isAtLeast(version: string, floor: string) {
  const [core = '', prerelease] = version.split('-')
  const numbers = core.split('.').map(Number)
  const wanted = floor.split('.').map(Number)
  const at = wanted.findIndex((number, place) => number !== (numbers[place] ?? 0))
  if (at === -1) return prerelease === undefined
  return (numbers[at] ?? 0) > (wanted[at] ?? 0)
}

function read(name: string) {
  return readFileSync(join(ROOT, name), 'utf8')
}
