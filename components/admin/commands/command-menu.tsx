'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Keys } from '@/components/admin/commands/keys'
import type { Command } from '@/components/admin/commands/use-commands'
import { type FindTitles, useTitles } from '@/components/admin/commands/use-titles'
import type { Place } from '@/components/admin/desk-nav'
import { chooseTheme } from '@/components/admin/theme'
import { mayLeave } from '@/components/ui/leaving'
import { popupItemStyle } from '@/components/ui/popup-style'
import type { DeskTitle } from '@/domain/posts/desk-titles'

type Props = {
  /** What the screen behind it can do. */
  commands: Command[]
  places: Place[]
  findTitles: FindTitles
  onKeys: () => void
  onClose: () => void
}
type Item = Command & { id: string; detail?: string }
type Group = { label: string; items: Item[] }

/** Everything one can do or go to from here, found by its name: arrows choose, Enter does it, Escape goes back. */
export function CommandMenu({ commands, places, findTitles, onKeys, onClose }: Props) {
  const router = useRouter()
  const [words, setWords] = useState('')
  const titles = useTitles(findTitles, words.trim())

  function go(path: string) {
    if (mayLeave()) router.push(path)
  }
  const groups: Group[] = [
    { label: 'This post', items: commands.map((command) => ({ ...command, id: command.name })) },
    {
      label: words.trim() === '' ? 'Changed last' : 'Posts',
      items: titles.map((title) => ({ ...itemOf(title), run: () => go(`/admin/posts/${title.id}`) })),
    },
    {
      label: 'Go to',
      items: [...places, ...MORE_PLACES].map(({ href, label }) => ({
        id: href,
        name: label,
        run: () => go(href),
      })),
    },
    {
      label: 'Do',
      items: [
        { id: 'new', name: 'New post', keys: 'n', run: () => go('/admin/posts/new') },
        { id: 'dark', name: 'Dark theme', run: () => chooseTheme('dark') },
        { id: 'light', name: 'Light theme', run: () => chooseTheme('light') },
        { id: 'system', name: 'Theme of the system', run: () => chooseTheme(null) },
        { id: 'keys', name: 'Keyboard shortcuts', keys: '?', run: onKeys },
      ],
    },
  ]
  const found = groups
    .map(({ label, items }) => ({
      label,
      items: items.filter(({ id, name }) => titles.some((title) => title.id === id) || fits(name, words)),
    }))
    .filter(({ items }) => items.length > 0)

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 min-h-dvh bg-black/40" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex justify-center p-3 sm:pt-[12dvh]">
          <Dialog.Popup
            aria-label="Commands"
            className="flex max-h-[min(30rem,80dvh)] w-full max-w-xl flex-col self-start overflow-hidden rounded-xl border border-line bg-raised text-sm text-ink shadow-2xl outline-none"
          >
            <Autocomplete.Root
              inline
              open
              mode="none"
              items={found}
              value={words}
              onValueChange={(value, { reason }) => reason !== 'item-press' && setWords(value)}
              itemToStringValue={({ name }: Item) => name}
              autoHighlight="always"
              keepHighlight
            >
              <div className="flex items-center gap-2 border-b border-line px-4">
                <Search aria-hidden className="size-4 shrink-0 text-muted" />
                <Autocomplete.Input
                  aria-label="Find or do"
                  placeholder="Find a post, a screen or something to do"
                  maxLength={200}
                  className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted sm:text-sm"
                />
              </div>
              <Autocomplete.Empty className="px-4 py-6 text-center text-muted empty:hidden">
                Nothing is called that.
              </Autocomplete.Empty>
              <Autocomplete.List className="min-h-0 overflow-y-auto p-1 empty:hidden">
                {(group: Group) => (
                  <Autocomplete.Group key={group.label} items={group.items} className="pb-1">
                    <Autocomplete.GroupLabel className="px-2.5 py-1.5 text-xs text-muted">
                      {group.label}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: Item) => (
                        <Autocomplete.Item
                          key={item.id}
                          value={item}
                          className={popupItemStyle}
                          onClick={() => {
                            onClose()
                            item.run()
                          }}
                        >
                          <span className="min-w-0 flex-1 truncate">{item.name}</span>
                          {item.detail !== undefined && (
                            <span className="text-xs text-muted">{item.detail}</span>
                          )}
                          {item.keys !== undefined && <Keys keys={item.keys} />}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const MORE_PLACES: Place[] = [
  { href: '/admin/posts?status=draft', label: 'Drafts' },
  { href: '/admin/posts?status=submitted', label: 'For review' },
  { href: '/admin/posts?status=trashed', label: 'Trash' },
  { href: '/admin/account', label: 'Your account' },
]

const STATES = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  live: 'Live',
  expired: 'Expired',
  trashed: 'Trash',
} as const

function itemOf({ id, title, status }: DeskTitle) {
  return { id, name: title === '' ? 'Untitled' : title, detail: STATES[status] }
}

/** Every word that was typed is in the name. */
function fits(name: string, words: string): boolean {
  const lower = name.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
