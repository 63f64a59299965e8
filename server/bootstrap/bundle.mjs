import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint, readMarker, writeMarker } from './fingerprint.mjs'
import { Trouble } from './trouble.mjs'

const ENTRIES = {
  start: 'server/start.ts',
  front: 'server/front/front.ts',
  dev: 'server/dev.ts',
  octavo: 'cli/octavo.ts',
  'render-worker': 'domain/markdown/worker.ts',
  'card-worker': 'app/_http/card-worker.tsx',
}
const SOURCES = [
  'server',
  'cli',
  'domain',
  'lib',
  'generated',
  'app/_http/card-worker.tsx',
  'components/post/post-card.tsx',
  'tsconfig.json',
  'node_modules/esbuild/package.json',
]

/** Turns our TypeScript programs into build/<name>.mjs when a source has changed; packages stay outside. */
export async function bundle(root) {
  const marker = join(root, 'build', '.made-from')
  const wanted = fingerprint(root, SOURCES)
  const entries = Object.entries(ENTRIES).filter(([, source]) => existsSync(join(root, source)))
  const made = entries.every(([name]) => existsSync(join(root, 'build', `${name}.mjs`)))
  if (made && readMarker(marker) === wanted) return
  await compile(root, Object.fromEntries(entries))
  writeMarker(marker, wanted)
}

/** Puts each entry, with everything of ours that it imports, into build/<name>.mjs. */
export async function compile(root, entryPoints) {
  const { build, stop } = await import('esbuild')
  try {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints,
      outdir: join(root, 'build'),
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node22',
      format: 'esm',
      jsx: 'automatic',
      sourcemap: 'linked',
      logLevel: 'error',
      write: false,
    })
    for (const { path, contents } of outputFiles) writeWhole(path, contents)
  } catch (error) {
    throw new Trouble(`Octavo's own programs could not be built: ${error.message}`)
  } finally {
    await stop()
  }
}

function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
