'use client'

import { useState } from 'react'
import { countOfPosts } from '@/components/admin/bulk-words'
import { Button } from '@/components/ui/button'
import { ChoiceChips } from '@/components/ui/choice-chips'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { DeskNames, DeskPerson } from '@/domain/posts/desk-names'
import type { BulkInput } from '@/domain/posts/schema'

export type FilingAct = 'tag' | 'untag' | 'join-series' | 'leave-series' | 'byline'

type Props = {
  act: FilingAct
  ids: string[]
  names: DeskNames
  busy: boolean
  /** Answers why it was refused, or null when it was done. */
  onRun: (input: BulkInput) => Promise<string | null>
  onClose: () => void
}

const words: Record<FilingAct, { title: (posts: string) => string; label: string; button: string }> = {
  tag: { title: (posts) => `Tag ${posts}`, label: 'Tags', button: 'Add tags' },
  untag: { title: (posts) => `Take tags from ${posts}`, label: 'Tags', button: 'Take tags off' },
  'join-series': { title: (posts) => `Put ${posts} into a series`, label: 'Series', button: 'Add to the series' },
  'leave-series': { title: (posts) => `Take ${posts} out of a series`, label: 'Series', button: 'Take out' },
  byline: { title: (posts) => `Authors of ${posts}`, label: 'Authors', button: 'Change authors' },
} // prettier-ignore

/** Which tags, series or authors. New names are made only where something is added. */
export function BulkDialog({ act, ids, names, busy, onRun, onClose }: Props) {
  const [chosen, setChosen] = useState<string[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const { title, label, button } = words[act]
  const options = optionsFor(act, names)

  async function run() {
    if (chosen.length === 0) return setTrouble(`Choose ${label.toLowerCase()} first.`)
    const refused = await onRun(inputFor({ act, ids, chosen, names }))
    if (refused === null) return onClose()
    setTrouble(refused)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title(countOfPosts(ids.length))}
      description={act === 'byline' ? 'They take the place of the authors of before.' : undefined}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void run()}>
            {button}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-2">
        {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
        <Field label={label}>
          <ChoiceChips
            label={label}
            value={chosen}
            options={options}
            onChange={setChosen}
            placeholder="Type a name"
            creatable={act === 'tag' || act === 'join-series'}
          />
        </Field>
      </div>
    </Dialog>
  )
}

function optionsFor(act: FilingAct, { tags, series, people }: DeskNames): string[] {
  if (act === 'byline') return people.map((person) => labelOf(person, people))
  return (act === 'tag' || act === 'untag' ? tags : series).map(({ name }) => name)
}

type Choice = { act: FilingAct; ids: string[]; chosen: string[]; names: DeskNames }

function inputFor({ act, ids, chosen, names: { people } }: Choice): BulkInput {
  if (act !== 'byline') return { act, ids, names: chosen }
  const wanted = people.filter((person) => chosen.includes(labelOf(person, people)))
  return { act, ids, people: wanted.map(({ id }) => id) }
}

/** Two people may have one name; no two have one slug. */
function labelOf({ name, slug }: DeskPerson, people: DeskPerson[]): string {
  return people.filter((other) => other.name === name).length > 1 ? `${name} (${slug})` : name
}
