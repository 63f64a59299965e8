'use client'

import { Toolbar as BaseToolbar } from '@base-ui/react/toolbar'
import { openSearchPanel } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import {
  Bold,
  Code,
  Heading2,
  ImagePlus,
  Images,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Search,
  TextQuote,
} from 'lucide-react'
import type { FilePickers } from '@/components/editor/text/block-menu'
import { formattingKeys } from '@/components/editor/text/setup'

const items: { label: string; key: string; icon: LucideIcon }[] = [
  { label: 'Bold', key: 'Mod-b', icon: Bold },
  { label: 'Italic', key: 'Mod-i', icon: Italic },
  { label: 'Heading', key: 'Mod-Shift-h', icon: Heading2 },
  { label: 'Link', key: 'Mod-Shift-k', icon: Link2 },
  { label: 'Quote', key: 'Mod-Shift-9', icon: TextQuote },
  { label: 'List', key: 'Mod-Shift-8', icon: List },
  { label: 'Numbered list', key: 'Mod-Shift-7', icon: ListOrdered },
  { label: 'Code', key: 'Mod-e', icon: Code },
]

type Props = { view: EditorView | null; disabled: boolean; pickers: FilePickers }

/** What the keys do, for those who look for it: one stop for Tab, arrows inside. */
export function Toolbar({ view, disabled, pickers }: Props) {
  function run(key: string) {
    if (view === null) return
    formattingKeys.find((binding) => binding.key === key)?.run?.(view)
    view.focus()
  }
  function find() {
    if (view !== null) openSearchPanel(view)
  }
  return (
    <BaseToolbar.Root
      aria-label="Formatting"
      data-toolbar=""
      disabled={disabled}
      className="sticky top-(--bar) z-10 -mx-1 mt-4 flex h-10 items-center gap-0 overflow-x-auto border-b border-line bg-surface"
    >
      {items.map(({ label, key, icon: Icon }) => (
        <BaseToolbar.Button
          key={key}
          aria-label={label}
          aria-keyshortcuts={key.replace('Mod', 'Control').replaceAll('-', '+')}
          title={`${label} (${key.replace('Mod', 'Ctrl').replaceAll('-', ' ')})`}
          onClick={() => run(key)}
          className={look}
        >
          <Icon aria-hidden />
        </BaseToolbar.Button>
      ))}
      <BaseToolbar.Button
        aria-label="Upload a picture or sound"
        title="Upload a picture or sound"
        onClick={pickers.upload}
        className={look}
      >
        <ImagePlus aria-hidden />
      </BaseToolbar.Button>
      <BaseToolbar.Button
        aria-label="Picture or sound that is there"
        title="Picture or sound that is there"
        onClick={pickers.browse}
        className={look}
      >
        <Images aria-hidden />
      </BaseToolbar.Button>
      <BaseToolbar.Button
        aria-label="Find and replace"
        aria-keyshortcuts="Control+F"
        title="Find and replace (Ctrl F)"
        onClick={find}
        className={look}
      >
        <Search aria-hidden />
      </BaseToolbar.Button>
    </BaseToolbar.Root>
  )
}

const look =
  'grid size-8 shrink-0 place-items-center rounded-md text-muted -outline-offset-2 hover:bg-hover hover:text-ink ' +
  'data-disabled:opacity-50 [&_svg]:size-4'
