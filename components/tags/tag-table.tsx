'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { TagDialog, type TagActions } from '@/components/tags/tag-dialog'
import { Button } from '@/components/ui/button'
import type { DeskTag } from '@/domain/tags/desk'

export function TagTable({ tags, actions }: { tags: DeskTag[]; actions: TagActions }) {
  const router = useRouter()
  const [edited, setEdited] = useState<DeskTag | null>(null)
  if (tags.length === 0) {
    return (
      <p className="rounded-lg border border-dashed border-line px-4 py-16 text-center text-balance text-muted">
        There are no tags yet. Add some to a post, and they can be renamed and merged here.
      </p>
    )
  }
  return (
    <>
      <ul className="border-t border-line">
        {tags.map((tag) => (
          <li key={tag.id} className="flex items-center gap-3 border-b border-line py-2">
            <div className="min-w-0 flex-1">
              <p className="font-medium wrap-break-word">{tag.name}</p>
              {tag.description !== null && (
                <p className="truncate text-[0.8125rem] text-muted">{tag.description}</p>
              )}
            </div>
            <Link
              href={`/admin/posts?tag=${encodeURIComponent(tag.slug)}`}
              className="rounded-sm text-[0.8125rem] text-muted hover:underline"
            >
              {tag.posts === 1 ? '1 post' : `${tag.posts} posts`}
            </Link>
            <Button size="small" aria-label={`Edit ${tag.name}`} onClick={() => setEdited(tag)}>
              Edit
            </Button>
          </li>
        ))}
      </ul>
      {edited !== null && (
        <TagDialog
          tag={edited}
          others={tags.filter(({ id }) => id !== edited.id)}
          actions={actions}
          onClose={() => setEdited(null)}
          onDone={() => {
            setEdited(null)
            router.refresh()
          }}
        />
      )}
    </>
  )
}
