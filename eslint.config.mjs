import nextPlugin from '@next/eslint-plugin-next'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** What a folder may not import: a pattern of module names and the sentence that says why. */
const APP = { regex: '^@/app(/|$)', message: 'Nothing imports app: it is the edge.' }
const TESTS = { regex: '^@/tests(/|$)', message: 'The product does not import its tests.' }
const DATABASE = {
  regex: '^@/(lib/db|generated)(/|$)',
  message: 'Only domain talks to the database: call a query or a command.',
}
const ACROSS = {
  regex: '^(\\.|\\.\\.|\\.\\./.*|\\./[^/]+/.*)$',
  message: 'Relative imports stay in their folder: write "@/…" instead.',
}
const RENDERER = {
  regex: '^react-dom/(server|static)',
  message: 'Only domain/markdown/render.ts renders to text.',
}
/** Of domain, a component may import what is pure: `posts/post`, `tags/tag`, `people/person`, a schema, the permissions. */
const IMPURE_DOMAIN = {
  regex: '^@/domain/(?!permissions$|people/person$|[^/]+/schema$|([a-z-]+?)(?:e?s)?/\\1$)',
  allowTypeImports: true,
  message: 'Of domain, components import only <noun>.ts, schema.ts, permissions.ts and types.',
}
function folders(names, message) {
  return { regex: `^@/(${names})(/|$)`, message }
}

const everywhere = [TESTS, ACROSS, RENDERER]
const importsByFolder = {
  app: [folders('server|cli', 'app imports components, domain and lib.'), DATABASE, ...everywhere],
  components: [
    folders('server|cli', 'components import components, lib and the pure part of domain.'),
    IMPURE_DOMAIN,
    APP,
    DATABASE,
    ...everywhere,
  ],
  domain: [folders('components|server|cli', 'domain imports domain and lib.'), APP, ...everywhere],
  lib: [
    folders('components|domain|server|cli', 'lib imports packages only.'),
    { ...DATABASE, allowTypeImports: true },
    APP,
    ...everywhere,
  ],
  server: [folders('components|cli', 'server imports domain and lib.'), APP, DATABASE, ...everywhere],
  cli: [folders('components', 'cli imports domain, lib and server.'), APP, DATABASE, ...everywhere],
  // The scripts that draw the demo's pictures are run by plain Node, before the alias "@/" exists.
  prisma: [folders('components|server|cli', 'prisma imports domain and lib.'), APP, TESTS, RENDERER],
  tests: [{ ...APP, regex: '^@/app(?!/_http/)(/|$)' }, ACROSS],
}

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Named exports only, except where Next or a tool demands a default.',
}
const syntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'CatchClause[body.body.length=0]', message: 'What is caught is answered.' },
  {
    selector:
      ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation]) > ArrowFunctionExpression[body.type="BlockStatement"]',
    message: 'At the top level, functions are declarations; an arrow there is one expression.',
  },
  {
    selector: 'CallExpression[callee.object.name="db"][callee.property.name="$transaction"]',
    message: 'Use `transaction` of lib/db: it begins again after a deadlock.',
  },
]

/** `no-restricted-imports` does not look at `import()`; the same patterns hold there. */
function restrictImports(patterns, extraSyntax = [NO_DEFAULT_EXPORT]) {
  const dynamic = patterns.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${new RegExp(regex).source}/]`,
    message,
  }))
  return {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': ['error', ...syntax, ...dynamic, ...extraSyntax],
  }
}

const BANNED_NAMES = new Set(['index', 'utils', 'helpers', 'misc', 'types'])
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A file is named after the one thing it holds. */
const fileName = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      const name = (context.filename.split(/[\\/]/).at(-1) ?? '').replace(/\..*$/, '')
      if (BANNED_NAMES.has(name)) context.report({ node, message: `"${name}" says nothing: name the thing.` })
      if (!KEBAB_CASE.test(name)) context.report({ node, message: 'File names are kebab-case.' })
    },
  }),
}

/** Of the linter's own rules, those that find mistakes which the compiler does not. */
const CORRECTNESS = [
  'no-async-promise-executor',
  'no-cond-assign',
  'no-debugger',
  'no-empty',
  'no-empty-character-class',
  'no-misleading-character-class',
  'no-self-assign',
  'no-sparse-arrays',
  'no-unsafe-finally',
  'no-useless-backreference',
]

const TYPED = '**/*.{ts,tsx}'
const NEXT_FILES =
  'app/**/{page,layout,template,error,global-error,not-found,global-not-found,manifest,icon,apple-icon,opengraph-image}.{ts,tsx}'

export default defineConfig(
  globalIgnores([
    'node_modules',
    '.next',
    'build',
    'generated',
    'data',
    'test-results',
    'playwright-report',
    'next-env.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  { files: [TYPED, '**/*.mjs'], extends: [tseslint.configs.recommended] },
  {
    files: [TYPED],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // An async action or route that awaits nothing yet still has to answer a promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // Types here are written as methods, `say(line: string): void`, and their values are plain functions.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: [TYPED, '**/*.mjs'],
    plugins: { house: { rules: { 'file-name': fileName } } },
    rules: {
      ...restrictImports(everywhere),
      'house/file-name': 'error',
      'max-lines': ['error', 250],
      'max-params': ['error', 3],
      ...Object.fromEntries(CORRECTNESS.map((rule) => [rule, 'error'])),
      // Taking keys out of an object names what is left behind; every permission takes an actor, asked or not.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'no-else-return': ['error', { allowElseIf: false }],
      'no-nested-ternary': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['{app,components}/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['{app,components}/**/*.{ts,tsx}'],
    extends: [nextPlugin.configs['core-web-vitals']],
    rules: {
      // Reader pages are documents: plain links, and pictures whose sizes the media library has prepared.
      '@next/next/no-html-link-for-pages': 'off',
      '@next/next/no-img-element': 'off',
      // The reader's one script stands in the way on purpose, to set the theme before anything is painted.
      '@next/next/no-sync-scripts': 'off',
    },
  },
  ...Object.entries(importsByFolder).map(([folder, patterns]) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: restrictImports(patterns),
  })),
  { files: ['{app,components,domain,lib}/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  { files: ['lib/log.ts'], rules: { 'no-console': 'off' } },
  // Drawing takes coordinates.
  { files: ['prisma/seed/**/*.ts'], rules: { 'max-params': 'off' } },
  {
    files: ['lib/db.ts'],
    rules: restrictImports(importsByFolder.lib.filter((it) => it.regex !== DATABASE.regex)),
  },
  {
    files: ['domain/markdown/render.ts'],
    rules: restrictImports(importsByFolder.domain.filter((it) => it !== RENDERER)),
  },
  { files: [NEXT_FILES], rules: restrictImports(importsByFolder.app, []) },
  { files: ['*.config.{ts,mjs}', 'proxy.ts'], rules: restrictImports([APP, RENDERER], []) },
  // Plain Node runs these before the alias "@/" exists.
  { files: ['**/*.mjs'], rules: restrictImports([APP, RENDERER], []) },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // A table of cases has as many columns as it needs.
      'max-params': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
)
