'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { BulkBar } from '@/components/admin/bulk-bar'
import { EmptyList } from '@/components/admin/empty-list'
import { ListPages } from '@/components/admin/list-pages'
import { PostRow } from '@/components/admin/post-row'
import { SortHeader } from '@/components/admin/sort-header'
import { useToast } from '@/components/ui/toast'
import type { BulkAct, BulkResult } from '@/domain/posts/bulk'
import type { DeskList, DeskListing } from '@/domain/posts/desk-queries'
import type { Answer } from '@/lib/answer'

type Act = (input: { act: BulkAct; ids: string[] }) => Promise<Answer<BulkResult>>
type Props = { listing: DeskListing; list: DeskList; act: Act }

/** What became of one post, and of several. */
const done: Record<BulkAct, [string, string]> = {
  trash: ['is in the trash', 'are in the trash'],
  restore: ['is back as a draft', 'are back as drafts'],
  unpublish: ['is a draft again', 'are drafts again'],
}

export function PostList({ listing, list, act }: Props) {
  const router = useRouter()
  const toast = useToast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)

  async function run(name: BulkAct, ids: string[]) {
    setBusy(true)
    const answer = await act({ act: name, ids })
    setBusy(false)
    router.refresh()
    if (!answer.ok) return toast({ title: answer.sentence })
    setChosen(new Set())
    const { done: changed, refused } = answer.value
    toast({
      title: changed.length === 1 ? `1 post ${done[name][0]}` : `${changed.length} posts ${done[name][1]}`,
      ...(refused.length > 0 ? { text: refused.join(' ') } : {}),
      ...(name === 'trash' && changed.length > 0
        ? { action: { label: 'Undo', run: () => void run('restore', changed) } }
        : {}),
    })
  }

  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }

  if (list.posts.length === 0) return <EmptyList listing={listing} />
  const all = chosen.size === list.posts.length
  return (
    <>
      {chosen.size > 0 && (
        <BulkBar
          count={chosen.size}
          trashed={listing.status === 'trashed'}
          busy={busy}
          onAct={(name) => void run(name, [...chosen])}
          onClear={() => setChosen(new Set())}
        />
      )}
      <table className="w-full table-fixed text-left">
        <thead className="text-xs text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="w-9 py-1.5">
              <input
                type="checkbox"
                aria-label="Choose all posts on this page"
                checked={all}
                onChange={() => setChosen(all ? new Set() : new Set(list.posts.map(({ id }) => id)))}
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
          {list.posts.map((post) => (
            <PostRow
              key={post.id}
              post={post}
              chosen={chosen.has(post.id)}
              onToggle={() => toggle(post.id)}
            />
          ))}
        </tbody>
      </table>
      <ListPages listing={listing} pages={list.pages} total={list.total} />
    </>
  )
}
