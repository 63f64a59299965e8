import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

test('no file of domain imports itself by a detour', () => {
  const files = globSync('domain/**/*.{ts,tsx}', { cwd: ROOT })
  const graph = new Map(files.map((file) => [withoutEnding(file), importsOf(file)]))
  expect(findCircle(graph)).toBeNull()
})

test('a detour over two files is found', () => {
  const graph = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['a']],
    ['d', []],
  ])
  expect(findCircle(graph)).toEqual(['a', 'b', 'c', 'a'])
})

/** What a file needs at run time from domain; imports of types vanish and close no circle. */
function importsOf(file: string) {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const imports = source.matchAll(
    /^(?:import|export)\s+(?!type\b)[^'"]*from\s+['"](@\/domain\/|\.\/)([^'"]+)['"]/gm,
  )
  return [...imports].map(([, base, name = '']) => join(base === './' ? dirname(file) : 'domain', name))
}

function findCircle(graph: Map<string, string[]>) {
  const done = new Set<string>()
  for (const start of graph.keys()) {
    const circle = walk(start, [])
    if (circle !== null) return circle
  }
  return null

  function walk(name: string, path: string[]): string[] | null {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return null
    for (const next of graph.get(name) ?? []) {
      const circle = walk(next, [...path, name])
      if (circle !== null) return circle
    }
    done.add(name)
    return null
  }
}

function withoutEnding(file: string) {
  return file.replace(/\.tsx?$/, '')
}
