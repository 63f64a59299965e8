import path from 'node:path'
import type { PlannedMedia } from '@/domain/export/plan'
import { describeSite } from '@/domain/transfer/site/site'
import { findMedia } from '@/domain/transfer/source-media'

/** What leads to what: `references` from the address a file is served at to how a text names it, `addresses` the other way round. */
export type Referring = { references: Map<string, string>; addresses: Map<string, string> }

/** How the text at `from` names the pictures and sounds of ours that it mentions: relative to where it lies. */
export function referTo(from: string, text: string, media: ReadonlyMap<string, PlannedMedia>): Referring {
  const keys = new Set([...text.matchAll(/\/media\/([\w.-]+)/g)].flatMap((found) => found[1] ?? []))
  const pairs = [...keys].flatMap((key) => {
    const file = media.get(key)
    return file === undefined ? [] : [[`/media/${key}`, relative(from, file.path)] as const]
  })
  return {
    references: new Map(pairs),
    addresses: new Map(pairs.map(([address, reference]) => [reference, address])),
  }
}

type Source = { path: string; body: string; named: string[] }

/** The same for a file that came in: the references it has stay. `bySourcePath` are the keys of its source. */
export function withOwnReferences(
  { references, addresses }: Referring,
  source: Source,
  bySourcePath: ReadonlyMap<string, string>,
): Referring {
  const own = findMedia({ ...source, site: describeSite({ files: bySourcePath.keys() }) }).media
  const pairs = own.map(
    ({ reference, file }) => [`/media/${bySourcePath.get(file) ?? ''}`, reference] as const,
  )
  return {
    references: new Map([...references, ...pairs.toReversed()]),
    addresses: new Map([...addresses, ...pairs.map(([address, reference]) => [reference, address] as const)]),
  }
}

function relative(from: string, to: string): string {
  return path.posix
    .relative(path.posix.dirname(from), to)
    .replace(/[\s()<>"'%?#]/g, (letter) =>
      /['()]/.test(letter) ? `%${letter.charCodeAt(0).toString(16)}` : encodeURIComponent(letter),
    )
}
