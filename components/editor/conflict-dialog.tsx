'use client'

import type { PostEditing } from '@/components/editor/use-post-editor'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ConflictDetails, PostContent } from '@/domain/posts/schema'

type Props = { editing: PostEditing; conflict: ConflictDetails; onTheirs: (mine: PostContent) => void }

/** Another save came first: both texts side by side, and no way out that loses one. */
export function ConflictDialog({ editing, conflict, onTheirs }: Props) {
  const { content } = editing
  const words = wordsFor(conflict.by)

  function takeTheirs() {
    onTheirs(content)
    editing.take(conflict)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && editing.closeConflict()}
      width="wide"
      title={words.title}
      description="Nothing was overwritten. Both texts are here; the one you do not choose stays within reach."
      footer={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(content.body)}>Copy my text</Button>
          <Button onClick={takeTheirs}>{words.take}</Button>
          <Button variant="primary" onClick={() => void editing.save(content, conflict.version)}>
            {words.keep}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Version heading={words.mine} content={content} />
        <Version heading={`${words.theirs}, ${moment.format(conflict.at)}`} content={conflict.content} />
      </div>
    </Dialog>
  )
}

/** Who saved first has a name, or is oneself in another window. */
function wordsFor(by: string | null) {
  if (by === null) {
    return {
      title: 'You saved this post in another window',
      mine: 'In this window, not saved yet',
      theirs: 'In the other window',
      take: 'Take the saved one',
      keep: 'Keep this one as a new version',
    }
  }
  return {
    title: `${by} saved this post after you opened it`,
    mine: 'Mine, not saved yet',
    theirs: `Theirs: ${by}`,
    take: 'Take theirs',
    keep: 'Keep mine as a new version',
  }
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
