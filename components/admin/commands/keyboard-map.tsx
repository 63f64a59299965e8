'use client'

import { Keys } from '@/components/admin/commands/keys'
import { Dialog } from '@/components/ui/dialog'
import { ReadingArea } from '@/components/ui/reading-area'

const GROUPS: [string, [string, string][]][] = [
  [
    'Everywhere',
    [
      ['Mod K', 'Find a post, go somewhere, do something'],
      ['n', 'New post'],
      ['?', 'This list'],
      ['Esc', 'Close what is open'],
    ],
  ],
  [
    'In the list of posts',
    [
      ['/', 'Search'],
      ['j', 'Next post'],
      ['k', 'Previous post'],
      ['Enter', 'Open it'],
      ['x', 'Choose it'],
      ['z', 'Take the last act back'],
    ],
  ],
  [
    'While writing',
    [
      ['Mod S', 'Save'],
      ['Mod Enter', 'Publish, update or submit'],
      ['Mod F', 'Find and replace'],
      ['/', 'Table, callout, picture and more'],
      ['[[', 'Link to another post'],
      ['Mod B', 'Bold'],
      ['Mod I', 'Italic'],
      ['Mod E', 'Code'],
      ['Mod Shift K', 'Link'],
      ['Mod Shift H', 'Heading'],
      ['Mod Shift 7', 'Numbered list'],
      ['Mod Shift 8', 'List'],
      ['Mod Shift 9', 'Quote'],
      ['Mod Shift X', 'Struck through'],
      ['Mod ]', 'Further in'],
      ['Mod [', 'Further out'],
      ['Tab', 'Leave the text'],
    ],
  ],
]

/** Every key that does something at the desk. Single keys are quiet while one types. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Keyboard shortcuts"
      description="Single keys do nothing while you type."
    >
      <ReadingArea label="Shortcuts">
        <div className="flex flex-col gap-5">
          {GROUPS.map(([title, keys]) => (
            <section key={title}>
              <h3 className="mb-1.5 font-semibold">{title}</h3>
              <dl className="flex flex-col gap-1">
                {keys.map(([key, meaning]) => (
                  <div key={key} className="flex items-center justify-between gap-4">
                    <dt className="text-muted">{meaning}</dt>
                    <dd>
                      <Keys keys={key} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </ReadingArea>
    </Dialog>
  )
}
