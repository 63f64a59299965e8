import type { EditedFile } from '@/domain/export/edit-file'
import { changedFields, type Field } from '@/domain/export/house-keys'
import type { PostState } from '@/domain/export/post-state'
import { foldName } from '@/domain/tags/tag'
import { type IncomingPost, readIncomingPost } from '@/domain/transfer/incoming-post'
import { rewriteReferences } from '@/domain/transfer/rewrite-references'
import { Refusal } from '@/lib/errors'

type Asked = Pick<EditedFile, 'path' | 'change' | 'body' | 'addresses' | 'files'> & { original: string }

/** Whether an import would read from this text what was changed as it is now, and the body too. */
export function readsBack(text: string, asked: Asked): boolean {
  const { path, change, body, addresses, files } = asked
  const read = readAgain({ path, source: text, files, zone: change.siteZone })
  if (read === null) return false
  const changed = changedFields(change.before, change.after)
  const says = changed.every((field) => saysAs(field, read, { after: change.after, addresses }))
  if (!says || body.current === body.imported) return says
  return rewriteReferences(read.body, addresses) === body.current || !isReadAlone(asked)
}

/** Links to other posts of a source are read with all of it at hand: a file alone then says less than it did, edited or not. */
function isReadAlone({ original, path, change, body, addresses, files }: Asked): boolean {
  const read = readAgain({ path, source: original, files, zone: change.siteZone })
  return read !== null && rewriteReferences(read.body, addresses) === body.imported
}

function readAgain(source: Parameters<typeof readIncomingPost>[0]): IncomingPost | null {
  try {
    return readIncomingPost(source)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

type Wanted = { after: PostState; addresses: ReadonlyMap<string, string> }

function saysAs(field: Field, read: IncomingPost, { after, addresses }: Wanted): boolean {
  // Old addresses may also follow from the path and the slug.
  if (field === 'aliases') return true
  return JSON.stringify(saidOf(field, read, addresses)) === JSON.stringify(wantedOf(field, after))
}

function saidOf(
  field: Exclude<Field, 'aliases'>,
  read: IncomingPost,
  addresses: Wanted['addresses'],
): unknown {
  if (field === 'tags') return read.tags.map(foldName).sort()
  if (field === 'series')
    return read.series.map((name) => [name, read.seriesPositions.get(name) ?? read.seriesPosition]).sort()
  if (field === 'comments' || field === 'toc') return read[field] ?? true
  if (field === 'math') return read.math === true
  if (field === 'draft') return read.draft || (read.date === null && read.kind === 'post')
  if (field === 'featuredImage' || field === 'thumbnail' || field === 'audio') {
    const reference = read[field]
    return reference === null ? null : (addresses.get(reference) ?? reference)
  }
  return read[field]
}

function wantedOf(field: Exclude<Field, 'aliases'>, after: PostState): unknown {
  if (field === 'tags') return after.tags.map(foldName).sort()
  if (field === 'series') return after.series.map(({ name, position }) => [name, position]).sort()
  return after[field]
}
