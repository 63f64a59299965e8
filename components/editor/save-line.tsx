import { Check, CircleAlert, CircleDashed, LoaderCircle } from 'lucide-react'
import type { SaveStatus } from '@/components/editor/use-post-editor'

/** What became of the last keystrokes. It says "Saved" only when the server said so. */
export function SaveLine({ status }: { status: SaveStatus }) {
  return (
    <p
      role="status"
      className="flex min-w-0 items-start gap-1.5 text-[0.8125rem] text-muted [&_svg]:mt-[0.2em] [&_svg]:size-3.5 [&_svg]:shrink-0"
    >
      {sentenceOf(status)}
    </p>
  )
}

function sentenceOf(status: SaveStatus) {
  switch (status.is) {
    case 'empty':
      return 'Nothing to save yet'
    case 'saving':
      return (
        <>
          <LoaderCircle aria-hidden className="animate-spin" />
          Saving…
        </>
      )
    case 'unsaved':
      return (
        <>
          <CircleDashed aria-hidden />
          Unsaved changes
        </>
      )
    case 'saved':
      return (
        <>
          <Check aria-hidden />
          {status.at === null ? 'Saved' : `Saved ${clock.format(status.at)}`}
        </>
      )
    case 'failed':
      return (
        <span className="flex items-start gap-1.5 font-medium text-danger">
          <CircleAlert aria-hidden />
          <span>
            Not saved: {status.refused.sentence}{' '}
            {status.refused.code === 'unauthenticated' && (
              <a href="/login" target="_blank" className="underline">
                Sign in in a new tab, then save
              </a>
            )}
          </span>
        </span>
      )
  }
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
