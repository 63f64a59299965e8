import type { Kept } from '@/components/editor/keeping/journal'
import type { Merge } from '@/components/editor/keeping/merge'
import type { SaveStatus } from '@/components/editor/keeping/save-status'
import type { DeskState } from '@/domain/posts/desk-post'
import type { PostContent } from '@/domain/posts/schema'
import type { Refused } from '@/lib/answer'

/** Places that a person must decide, between mine and what `by` saved as `version`, or what this device had `left`. */
export type Clash = { merge: Merge; by: string | null; at: Date; version: number | null; left: Kept | null }
/** What is shown of a manuscript besides its body. */
export type Snapshot = {
  fields: Omit<PostContent, 'body'>
  state: DeskState | null
  status: SaveStatus
  dirty: boolean
  refused: Refused | null
  clash: Clash | null
  left: Kept[]
}
/** What the person who writes is told. */
export type News = { created: string } | { merged: string } | { recovered: Date }
