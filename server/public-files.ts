import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/server/project-root'

let names: ReadonlySet<string> | null = null

/** Whether a path is a file of `public/`, which Next serves as it is. The list is read once: it only changes with a build. */
export function isPublicFile(path: string): boolean {
  names ??= new Set(
    readdirSync(join(projectRoot(), 'public'), { recursive: true }).map((name) => `/${String(name)}`),
  )
  return names.has(path)
}
