import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { AccountMenu } from '@/components/admin/account-menu'
import { CommandButton } from '@/components/admin/commands/command-button'
import { CommandCenter } from '@/components/admin/commands/command-center'
import type { FindTitles } from '@/components/admin/commands/use-titles'
import { DeskNav, type Place } from '@/components/admin/desk-nav'

type Props = {
  site: string
  person: { name: string; role: string }
  places: Place[]
  findTitles: FindTitles
  children: ReactNode
}

/** The desk around its pages: a sidebar on wide windows, a bar at the top and one at the bottom on phones. */
export function DeskFrame({ site, person, places, findTitles, children }: Props) {
  return (
    <CommandCenter places={places} findTitles={findTitles}>
      <div className="min-h-dvh md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
        <a
          href="#content"
          className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-canvas focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to content
        </a>
        <aside className="flex items-center gap-2 border-line px-4 py-2 max-md:border-b md:sticky md:top-0 md:h-dvh md:flex-col md:items-stretch md:gap-4 md:border-r md:px-3 md:py-4">
          <a
            href="/"
            title="View site"
            className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1 font-semibold md:flex-none"
          >
            <PenLine aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="truncate">{site}</span>
            <span className="sr-only">, view site</span>
          </a>
          <CommandButton />
          <DeskNav places={places} />
          <AccountMenu {...person} />
        </aside>
        <main
          id="content"
          tabIndex={-1}
          className="min-h-[calc(100dvh-3.25rem)] min-w-0 bg-surface outline-none max-md:pb-16 md:min-h-dvh"
        >
          {children}
        </main>
      </div>
    </CommandCenter>
  )
}
