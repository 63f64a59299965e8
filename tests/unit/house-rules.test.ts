import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, expect, test } from 'vitest'
import tseslint from 'typescript-eslint'

const IMPORTS = 'no-restricted-imports'
const SYNTAX = 'no-restricted-syntax'

// The files of these examples do not exist, so the rules that need types rest here.
const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
  ],
})

// The first call loads the linter.
beforeAll(() => rulesBrokenBy('lib/errors.ts', 'export {}\n'), 60_000)

async function rulesBrokenBy(filePath: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath })
  return result?.messages.map((message) => message.ruleId ?? message.message) ?? []
}

function importOf(name: string) {
  return `import { thing } from '${name}'\nexport const it = thing\n`
}

test.each([
  ['app', 'server', 'app/(reader)/page-parts.tsx', '@/server/serve'],
  ['app', 'the database', 'app/(desk)/admin/posts.tsx', '@/lib/db'],
  ['app', 'the generated client', 'app/(desk)/admin/posts.tsx', '@/generated/prisma/client'],
  ['components', 'app', 'components/post/article.tsx', '@/app/_http/session'],
  ['components', 'queries', 'components/post/article.tsx', '@/domain/posts/queries'],
  ['components', 'commands', 'components/post/article.tsx', '@/domain/posts/commands'],
  ['components', 'a renderer of domain', 'components/post/article.tsx', '@/domain/markdown/render'],
  ['components', 'the database', 'components/post/article.tsx', '@/lib/db'],
  ['domain', 'components', 'domain/posts/commands.ts', '@/components/post/article'],
  ['domain', 'server', 'domain/posts/commands.ts', '@/server/worker'],
  ['domain', 'app', 'domain/posts/commands.ts', '@/app/_http/submit'],
  ['domain', 'react-dom/server outside render.ts', 'domain/feeds/rss.ts', 'react-dom/server'],
  ['lib', 'domain', 'lib/slug.ts', '@/domain/posts/post'],
  ['lib', 'the generated client outside db.ts', 'lib/depends.ts', '@/generated/prisma/client'],
  ['server', 'components', 'server/document.ts', '@/components/post/article'],
  ['server', 'the database', 'server/worker.ts', '@/lib/db'],
  ['server', 'cli', 'server/worker.ts', '@/cli/octavo'],
  ['cli', 'the database', 'cli/commands/user.ts', '@/lib/db'],
  ['cli', 'app', 'cli/commands/user.ts', '@/app/_http/submit'],
  ['tests', 'a page', 'tests/unit/post.test.ts', '@/app/(reader)/page'],
  ['the product', 'its tests', 'domain/posts/post.ts', '@/tests/support/database'],
  ['a file', 'another folder by a relative path', 'domain/posts/post.ts', '../tags/tag'],
  ['a file', 'a folder below by a relative path', 'domain/posts/post.ts', './parts/title'],
] as const)('%s may not import %s', async (_folder, _what, path, name) => {
  expect(await rulesBrokenBy(path, importOf(name))).toContain(IMPORTS)
  expect(await rulesBrokenBy(path, `export const later = import('${name}')\n`)).toContain(SYNTAX)
})

test.each([
  ['app', 'queries', 'app/(reader)/parts.tsx', '@/domain/posts/queries'],
  ['components', 'the noun', 'components/post/article.tsx', '@/domain/posts/post'],
  ['components', 'a noun that is its own plural', 'components/post/article.tsx', '@/domain/series/series'],
  ['components', 'a noun in -es', 'components/post/article.tsx', '@/domain/addresses/address'],
  ['components', 'a person', 'components/post/article.tsx', '@/domain/people/person'],
  ['components', 'a schema', 'components/post/article.tsx', '@/domain/posts/schema'],
  ['components', 'the permissions', 'components/post/article.tsx', '@/domain/permissions'],
  ['domain', 'the database', 'domain/posts/queries.ts', '@/lib/db'],
  ['domain', 'the generated client', 'domain/posts/queries.ts', '@/generated/prisma/client'],
  ['render.ts', 'react-dom/server', 'domain/markdown/render.ts', 'react-dom/server'],
  ['lib/db.ts', 'the generated client', 'lib/db.ts', '@/generated/prisma/client'],
  ['a file', 'its neighbour', 'domain/posts/queries.ts', './post'],
] as const)('%s may import %s', async (_folder, _what, path, name) => {
  expect(await rulesBrokenBy(path, importOf(name))).toEqual([])
})

test('a component may name a type of any part of domain', async () => {
  const code = `import type { Card } from '@/domain/posts/queries'\nexport type It = Card\n`
  expect(await rulesBrokenBy('components/post/article.tsx', code)).toEqual([])
})

test.each([
  ['any', '@typescript-eslint/no-explicit-any', 'export let it: any\n'],
  [
    'an assertion',
    '@typescript-eslint/consistent-type-assertions',
    'export const it = JSON.parse("1") as number\n',
  ],
  ['a non-null assertion', '@typescript-eslint/no-non-null-assertion', 'export const it = process.env.A!\n'],
  ['an enum', SYNTAX, 'export enum It { A }\n'],
  ['a default export', SYNTAX, 'export default 1\n'],
  ['a renamed default export', SYNTAX, 'const it = 1\nexport { it as default }\n'],
  ['an empty catch', SYNTAX, 'try {\n  await import("pg")\n} catch {}\n'],
  ['a top-level arrow with a body', SYNTAX, 'export const it = () => {\n  return 1\n}\n'],
  ['a nested ternary', 'no-nested-ternary', 'export const it = Date.now() ? 1 : Date.now() ? 2 : 3\n'],
  [
    'else after return',
    'no-else-return',
    'export function it(a: boolean) {\n  if (a) return 1\n  else return 2\n}\n',
  ],
  [
    'a fourth parameter',
    'max-params',
    'export function it(a: 1, b: 1, c: 1, d: 1) {\n  return [a, b, c, d]\n}\n',
  ],
  ['a file of more than 250 lines', 'max-lines', 'export {}\n'.repeat(251)],
  ['a promise to do it later', 'no-warning-comments', `// ${'to' + 'do'}: later\nexport {}\n`],
  ['console.log', 'no-console', 'console.log(1)\n'],
] as const)('%s is refused', async (_what, rule, code) => {
  expect(await rulesBrokenBy('domain/posts/post.ts', code)).toContain(rule)
})

test.each(['index', 'utils', 'helpers', 'misc', 'types', 'postStatus', 'PostStatus'])(
  'a file may not be called %s',
  async (name) => {
    expect(await rulesBrokenBy(`domain/posts/${name}.ts`, 'export {}\n')).toContain('house/file-name')
  },
)

test.each([
  'app/(reader)/page.tsx',
  'app/(desk)/layout.tsx',
  'app/(reader)/posts/[slug]/not-found.tsx',
  'proxy.ts',
  'next.config.mjs',
])('%s may export a default, because Next demands it', async (path) => {
  expect(await rulesBrokenBy(path, 'export default function It() {\n  return null\n}\n')).toEqual([])
})

test('"as const" is no assertion', async () => {
  expect(await rulesBrokenBy('domain/posts/post.ts', `export const it = ['a'] as const\n`)).toEqual([])
})

test('a promise that nobody waits for is refused', async () => {
  const folder = join(import.meta.dirname, '../../test-results/typed-example')
  mkdirSync(folder, { recursive: true })
  const code = 'export function it() {\n  Promise.resolve(1)\n}\n'
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "types": [] }, "files": ["example.ts"] }',
  )
  writeFileSync(join(folder, 'example.ts'), code)
  // A program of one file: the whole project takes many seconds to load.
  const parserOptions = { projectService: false, project: 'tsconfig.json', tsconfigRootDir: folder }
  const typed = new ESLint({
    ignore: false,
    overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions } },
  })
  const [result] = await typed.lintText(code, { filePath: join(folder, 'example.ts') })
  expect(result?.messages.map((message) => message.ruleId)).toContain(
    '@typescript-eslint/no-floating-promises',
  )
}, 60_000)
