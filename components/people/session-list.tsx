'use client'

import { useTransition } from 'react'
import { agentName } from '@/components/people/agent-name'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'

type Session = {
  id: string
  userAgent: string | null
  address: string | null
  lastSeen: string
  current: boolean
}
type Props = { sessions: Session[]; end: (id: string) => Promise<void>; endAll: () => Promise<void> }

/** Where one is signed in, each with a way to end it. `lastSeen` is written out, zone included. */
export function SessionList({ sessions, end, endAll }: Props) {
  const [busy, start] = useTransition()
  return (
    <div className="flex flex-col gap-4">
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map(({ id, userAgent, address, lastSeen, current }) => (
          <li key={id} className="flex items-center justify-between gap-3 py-2.5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {agentName(userAgent)} {current && <Badge tone="good">This one</Badge>}
              </p>
              <p className="text-xs text-muted">
                {address ?? 'Unknown address'}, last used {lastSeen}
              </p>
            </div>
            <Button
              size="small"
              busy={busy}
              aria-label={`End ${agentName(userAgent)}, last used ${lastSeen}`}
              onClick={() => start(() => end(id))}
            >
              End
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button busy={busy} onClick={() => start(endAll)}>
          Sign out everywhere
        </Button>
      </div>
    </div>
  )
}
