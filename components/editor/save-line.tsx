import { Check, CircleAlert, CircleDashed, HardDriveDownload, LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SaveStatus } from '@/components/editor/keeping/save-status'

type Props = { status: SaveStatus; onSignIn: () => void }

/** Where the last keystrokes are. It says "Saved" only when the server said so, "On this device" only when they are. */
export function SaveLine({ status, onSignIn }: Props) {
  return (
    <p
      role="status"
      className="flex min-w-0 items-start gap-1.5 text-[0.8125rem] text-muted [&_svg]:mt-[0.2em] [&_svg]:size-3.5 [&_svg]:shrink-0"
    >
      {sentenceOf(status, onSignIn)}
    </p>
  )
}

function sentenceOf(status: SaveStatus, onSignIn: () => void): ReactNode {
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
          Only in this window
        </>
      )
    case 'kept':
      return (
        <>
          <HardDriveDownload aria-hidden />
          On this device
        </>
      )
    case 'saved':
      return (
        <>
          <Check aria-hidden />
          {status.at === null ? 'Saved' : `Saved ${clock.format(status.at)}`}
        </>
      )
    case 'waiting':
      return <Trouble>{`${whereKept(status.kept)}: ${status.sentence} It is tried again by itself.`}</Trouble>
    case 'signed-out':
      return (
        <Trouble>
          {`${whereKept(status.kept)}: your session has ended. `}
          <button type="button" onClick={onSignIn} className="underline">
            Sign in again
          </button>
        </Trouble>
      )
    case 'conflict':
      return <Trouble>Not saved: this text and a newer one differ. Press Save to see both.</Trouble>
    case 'failed':
      return <Trouble>{`Not saved: ${status.refused.sentence}`}</Trouble>
  }
}

function Trouble({ children }: { children: ReactNode }) {
  return (
    <span className="flex items-start gap-1.5 font-medium text-danger">
      <CircleAlert aria-hidden />
      <span>{children}</span>
    </span>
  )
}

function whereKept(kept: boolean): string {
  return kept ? 'On this device' : 'Only in this window'
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
