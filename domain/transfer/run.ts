import type { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/domain/permissions'
import type { IncomingPost } from '@/domain/transfer/incoming-post'
import type { IncomingFile } from '@/domain/transfer/reader'
import type { FileReport } from '@/domain/transfer/report'
import type { Taken } from '@/domain/transfer/taken'

export type Watching = {
  onProgress?(done: number, total: number): void
  /** Whether this process is asked to end; the unit then stays at work, and whoever comes next goes on with it. */
  isStopped?(): boolean
}

/** An import at work, or its rehearsal: what the files that are still to come must know of those before. */
export type Run = {
  /** The unit that everything belongs to. */
  id: string
  actor: Actor
  root: string
  source: string
  defaultAuthors: string[]
  language: string
  /** Decides everything and writes only the report. */
  rehearsing: boolean
  taken: Taken
  /** Files of the source by the address they are served under, or why they stayed out. */
  landed: Map<string, Landing>
  /** How many pictures and sounds are new here. */
  media: number
  /** Pictures and sounds that some text refers to. */
  used: Set<string>
  /** Files that were known and are not in the source any more, by their hash. */
  gone: Map<string, GoneFile>
  /** What an earlier attempt of this unit finished. */
  finished: ReadonlyMap<string, FileReport['verdict']>
  /** Tells how far it is; answers whether to stop here. */
  look(path: string): Promise<boolean>
}

export type Landing = { address: string } | { problem: string }
export type GoneFile = { id: string; path: string; postId: string | null; version: number }
export type ReadFile = IncomingFile & { post: IncomingPost }

/** A line of the report with what the way back needs. */
export type Line = FileReport & {
  position: number
  postId?: string
  version?: number
  former?: Former
}
export type Former = {
  revisionId?: string
  path?: string
  sha256?: string
  content?: Uint8Array
  version?: number
  state?: Prisma.JsonValue
  fileRevisionId?: string | null
}
