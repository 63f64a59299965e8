'use client'

import type { PostEditing } from '@/components/editor/use-post-editor'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ConflictDetails, PostContent } from '@/domain/posts/schema'

type Props = { editing: PostEditing; conflict: ConflictDetails; onTheirs: (mine: PostContent) => void }

/** Somebody else saved first: both texts side by side, and no way out that loses one. */
export function ConflictDialog({ editing, conflict, onTheirs }: Props) {
  const { content } = editing

  function takeTheirs() {
    onTheirs(content)
    editing.take(conflict)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && editing.closeConflict()}
      width="wide"
      title={`${conflict.by} saved this post after you opened it`}
      description="Nothing was overwritten. Both texts are here; the one you do not choose stays within reach."
      footer={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(content.body)}>Copy my text</Button>
          <Button onClick={takeTheirs}>Take theirs</Button>
          <Button variant="primary" onClick={() => void editing.save(content, conflict.version)}>
            Keep mine as a new version
          </Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Version heading="Mine, not saved yet" content={content} />
        <Version
          heading={`Theirs: ${conflict.by}, ${moment.format(conflict.at)}`}
          content={conflict.content}
        />
      </div>
    </Dialog>
  )
}

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
})

function Version({ heading, content }: { heading: string; content: PostContent }) {
  return (
    <section aria-label={heading} className="min-w-0">
      <h3 className="mb-1 text-[0.8125rem] font-semibold">{heading}</h3>
      <div
        tabIndex={0}
        className="max-h-[45dvh] overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-[0.8125rem] wrap-anywhere whitespace-pre-wrap"
      >
        <p className="font-sans text-base font-semibold">{content.title}</p>
        {content.subtitle !== null && <p className="font-sans text-muted">{content.subtitle}</p>}
        <p className="mt-2">{content.body}</p>
      </div>
    </section>
  )
}
