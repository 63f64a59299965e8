import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTIONS, PLACES } from '@/tests/support/places'

const APP = join(import.meta.dirname, '../../app')
const read = (file: string) => readFileSync(join(APP, file), 'utf8')
const files = globSync('**/*.{ts,tsx}', { cwd: APP })

test('every page and route handler says who may see it', () => {
  const found = files.filter((file) => /(?:^|\/)(?:page\.tsx?|route\.tsx?|default\.tsx?)$/.test(file))
  expect(found.sort()).toEqual(Object.keys(PLACES).sort())
})

const actions = files
  .filter((file) => /^\s*(['"])use server\1/m.test(read(file)))
  .flatMap((file) =>
    read(file)
      .split(/^export /m)
      .slice(1)
      .map((body) => ({ name: `${file} ${nameOf(body)}`, body })),
  )

test('every server action says who may call it', () => {
  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(ACTIONS).sort())
})

test.each(actions)('$name asks who is calling before anything else', ({ name, body }) => {
  expect(body).toMatch(ACTIONS[name] === 'guest' ? /\bsubmitAsGuest\(/ : /\bsubmit\(|\brequireActor\(\)/)
})

/** These show nothing: one leads on, the other says that nothing is there. */
const EMPTY = ['(desk)/admin/page.tsx', '(desk)/admin/[...missing]/page.tsx']

test.each(Object.entries(PLACES).filter(([file, who]) => !who.includes('n') && !EMPTY.includes(file)))(
  '%s (%s) asks who is looking itself, whatever stands above it',
  (file, who) => {
    const source = read(file)
    expect(source).toMatch(/\b(?:requireActor|currentActor|currentSession)\(\)/)
    if (who !== 'oeac') expect(source).toMatch(/!can\w+\((?:actor|await requireActor\(\))\)/)
  },
)

test('nothing of the app decides who may see what in front of the pages', () => {
  expect(globSync('{proxy,middleware}.{ts,js,mjs}', { cwd: join(APP, '..') })).toEqual([])
})

function nameOf(source: string): string {
  return /^(?:async )?(?:function|const) (\w+)/.exec(source)?.[1] ?? source
}
