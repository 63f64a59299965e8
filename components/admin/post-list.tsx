'use client'

import { useState } from 'react'
import { BulkBar, type PlainAct } from '@/components/admin/bulk-bar'
import type { FilingAct } from '@/components/admin/bulk-dialog'
import { EmptyList } from '@/components/admin/empty-list'
import { ListPages } from '@/components/admin/list-pages'
import { PostRow } from '@/components/admin/post-row'
import { SortHeader } from '@/components/admin/sort-header'
import { type BulkActions, useBulk } from '@/components/admin/use-bulk'
import { useListKeys } from '@/components/admin/use-list-keys'
import type { EditorActions } from '@/components/editor/editor-actions'
import { useLeaving } from '@/components/editor/use-leaving'
import { useLater } from '@/components/ui/use-later'
import { useToast } from '@/components/ui/toast'
import type { DeskNames } from '@/domain/posts/desk-names'
import type { DeskList, DeskListing } from '@/domain/posts/desk-queries'
import type { BulkInput } from '@/domain/posts/schema'

const loadDialog = async () => (await import('@/components/admin/bulk-dialog')).BulkDialog

type Props = BulkActions & {
  listing: DeskListing
  list: DeskList
  names: DeskNames
  linksHere: EditorActions['linksHere']
}

/** The posts of one page of the list, and what can be done with several of them. */
export function PostList({ listing, list, names, act, undo, linksHere }: Props) {
  const { posts } = list
  const toast = useToast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [filing, setFiling] = useState<FilingAct | null>(null)
  const { busy, run, undoLast } = useBulk({ posts, act, undo })
  const table = useListKeys({ onUndo: undoLast })
  const [BulkDialog, withDialog] = useLater(loadDialog)
  const ids = posts.map(({ id }) => id).filter((id) => chosen.has(id))
  const { leave, asking, dialog } = useLeaving({ ids, linksHere, onTrouble: (title) => toast({ title }) })

  async function runOn(input: BulkInput) {
    const refused = await run(input)
    if (refused === null) setChosen(new Set())
    return refused
  }
  async function move(name: PlainAct) {
    if (name === 'trash' || name === 'unpublish') return leave(name, () => go(name))
    return go(name)
  }
  async function go(name: PlainAct) {
    const refused = await runOn({ act: name, ids })
    if (refused !== null) toast({ title: refused })
  }
  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }

  if (posts.length === 0) return <EmptyList listing={listing} />
  const all = ids.length === posts.length
  return (
    <>
      {ids.length > 0 && (
        <BulkBar
          count={ids.length}
          status={listing.status}
          bylines={names.people.length > 0}
          busy={busy || asking}
          onAct={(name) => void move(name)}
          onFile={(name) => withDialog(() => setFiling(name))}
          onClear={() => setChosen(new Set())}
        />
      )}
      <table ref={table} className="w-full table-fixed text-left">
        <thead className="text-xs text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="w-9 py-1.5">
              <input
                type="checkbox"
                aria-label="Choose all posts on this page"
                checked={all}
                onChange={() => setChosen(all ? new Set() : new Set(posts.map(({ id }) => id)))}
                className="size-4 align-middle accent-accent"
              />
            </th>
            <SortHeader listing={listing} sort="title" label="Title" />
            <SortHeader listing={listing} sort="date" label="Status" className="max-md:hidden" />
            <th scope="col" className="w-40 py-1.5 font-medium max-lg:hidden">
              Authors
            </th>
            <SortHeader listing={listing} sort="changed" label="Changed" className="w-28 max-md:hidden" />
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <PostRow
              key={post.id}
              post={post}
              chosen={chosen.has(post.id)}
              onToggle={() => toggle(post.id)}
            />
          ))}
        </tbody>
      </table>
      <ListPages listing={listing} list={list} />
      {dialog}
      {filing !== null && BulkDialog !== null && (
        <BulkDialog
          act={filing}
          ids={ids}
          names={names}
          busy={busy}
          onRun={runOn}
          onClose={() => setFiling(null)}
        />
      )}
    </>
  )
}
