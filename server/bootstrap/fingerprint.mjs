import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One hash over the content of files and of everything below folders; what does not exist counts as empty. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesOf(root, path)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

export function readMarker(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/** Whole or not at all, so that a kill in between means "not done". */
export function writeMarker(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, `${text}\n`)
  renameSync(`${file}.${process.pid}`, file)
}

function filesOf(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, join(path, name)))
}
