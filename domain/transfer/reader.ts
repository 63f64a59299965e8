import type { IncomingPost } from '@/domain/transfer/incoming-post'
import type { PlannedPage } from '@/domain/transfer/planned-addresses'

/**
 * A format in which posts come from elsewhere. An import knows nothing else of its source: Markdown is one of these
 * (`markdown-reader.ts`), WordPress or Ghost would be another. The counterpart is `Export` in `domain/export/export.ts`.
 */
export type Reader = {
  /** Looks at what lies at `root`, a folder or a file. Throws `Refusal('not-found')` when there is nothing to read. */
  open(root: string): Promise<OpenedSource>
}

export type OpenedSource = {
  /** The folder from which the paths of its pictures and sounds start: an import takes what its posts name from there. */
  folder: string
  /** How many texts will come. */
  total: number
  /** Every path in it; what was known under another one has moved or is missing. Null where that is not to be asked. */
  paths: ReadonlySet<string> | null
  /** Text by text, in an order that is the same each time: a unit that was interrupted goes on by their positions. */
  read(options: ReadOptions): AsyncIterable<IncomingFile>
  /** What stays behind, once it is known which pictures and sounds some text uses. */
  leftOver(used: ReadonlySet<string>): { path: string; note: string }[]
  /** Files that no post comes from and that an export gives back all the same. */
  kept(): AsyncIterable<KeptFile>
}

export type ReadOptions = {
  /** Where dates without a zone are meant (IANA). */
  zone: string
  /** Where each page will be found here, by its path in the source; by the names alone when nothing else is known. */
  plan?: (pages: PlannedPage[]) => Promise<ReadonlyMap<string, string>>
}

/**
 * One text of a source. `path` is its identity there, for good. `bytes` are what an export gives back while nobody edits the post,
 * and `sha256` tells whether they changed; both are those of nothing when it cannot be read. The post names its own pictures
 * (`media`), old addresses (`aliases`) and whatever it could not take (`warnings`, `extra`).
 */
export type IncomingFile = { path: string; bytes: Uint8Array; sha256: string } & (
  { post: IncomingPost } | { problem: string }
)

export type KeptFile = { path: string; bytes: Uint8Array }
