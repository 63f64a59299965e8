import { Refusal } from '@/lib/errors'
import { isDiskFull } from '@/lib/storage'

/** What the disk refused, as a sentence for a person who can do something about it; anything else as it is. */
export function tellFileTrouble(error: unknown, place: string): unknown {
  if (isDiskFull(error))
    return new Refusal('storage-full', 'There is no room left on the disk. Nothing was changed.')
  const sentence = sentences.get(codeOf(error))
  return sentence === undefined ? error : new Refusal('invalid', sentence.replace('PLACE', place))
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}

const sentences = new Map<unknown, string>([
  ['EACCES', 'There is no permission to write to PLACE.'],
  ['EPERM', 'There is no permission to write to PLACE.'],
  ['EROFS', 'PLACE is on a disk that takes no changes.'],
  ['ENOTDIR', 'PLACE is not a folder.'],
  ['EEXIST', 'PLACE is not a folder.'],
  ['EISDIR', 'PLACE is a folder.'],
  ['ENAMETOOLONG', 'A name in PLACE is too long for this disk.'],
])
