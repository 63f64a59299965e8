'use client'

import { useMemo, useState } from 'react'
import type { Manuscript } from '@/components/editor/keeping/manuscript'
import { type BodyClash, type Choice, type FieldClash, settleMerge } from '@/components/editor/keeping/merge'
import type { Clash } from '@/components/editor/keeping/snapshot'
import { ClashVersion } from '@/components/editor/clash-version'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { RadioList } from '@/components/ui/radio-list'
import { compareTexts } from '@/lib/compare-texts'
import { fieldLabels } from '@/domain/posts/schema'

type Props = { manuscript: Manuscript; clash: Clash }

/** What both changed, side by side, and nothing else: all other changes are merged already. No way out loses a text. */
export function ConflictDialog({ manuscript, clash }: Props) {
  const { merge, by } = clash
  const places = merge.body.filter((part) => typeof part !== 'string')
  const [body, setBody] = useState<Choice[]>(() => places.map(() => 'both'))
  const [fields, setFields] = useState<Partial<Record<FieldClash['field'], Choice>>>({})
  const words = wordsFor(clash)
  const number = places.length + merge.fields.length

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && manuscript.postpone()}
      width="wide"
      title={words.title}
      description={`${number === 1 ? 'One place was' : `${number} places were`} changed on both sides. Everything else is merged, and nothing was overwritten.`}
      footer={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(manuscript.written.content.body)}>
            Copy my text
          </Button>
          <Button variant="primary" onClick={() => manuscript.settle(settleMerge(merge, { body, fields }))}>
            Save the merged text
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        {merge.fields.map((place) => (
          <Place
            key={place.field}
            label={fieldLabels[place.field]}
            place={place}
            words={words}
            choice={fields[place.field] ?? 'mine'}
            choices={['mine', 'theirs']}
            onChoose={(choice) => setFields({ ...fields, [place.field]: choice })}
          />
        ))}
        {places.map((place, at) => (
          <Place
            key={at}
            label={places.length === 1 ? 'Text' : `Text, place ${at + 1}`}
            place={place}
            words={words}
            choice={body[at] ?? 'both'}
            choices={['both', 'mine', 'theirs']}
            onChoose={(choice) => setBody(body.map((before, other) => (other === at ? choice : before)))}
          />
        ))}
      </div>
      {by === null && <p className="mt-4 text-muted">Both are yours: nobody else is writing here.</p>}
    </Dialog>
  )
}

type PlaceProps = {
  label: string
  place: BodyClash | FieldClash
  words: Words
  choice: Choice
  choices: Choice[]
  onChoose: (choice: Choice) => void
}

function Place({ label, place, words, choice, choices, onChoose }: PlaceProps) {
  const { mine, theirs, keep } = words
  const parts = useMemo(() => compareTexts(place.mine.trim(), place.theirs.trim()), [place])
  return (
    <section aria-label={label}>
      <h3 className="mb-2 font-semibold">{label}</h3>
      <div className="grid gap-3 md:grid-cols-2">
        <ClashVersion heading={mine} parts={parts} own="removed" dimmed={choice === 'theirs'} />
        <ClashVersion heading={theirs} parts={parts} own="added" dimmed={choice === 'mine'} />
      </div>
      <div className="mt-3">
        <RadioList
          label={`${label}: what stays`}
          value={choice}
          options={choices.map((value) => ({ value, label: keep[value] }))}
          onChange={onChoose}
        />
      </div>
    </section>
  )
}

type Words = { title: string; mine: string; theirs: string; keep: Record<Choice, string> }

/** Who saved first has a name, or is oneself in another window, or earlier on this device. */
function wordsFor({ by, at, left }: Clash): Words {
  const time = moment.format(at)
  const both = 'Keep both'
  if (left !== null) {
    return {
      title: `Your text from ${time} and this one differ`,
      mine: `From ${time}, not saved`,
      theirs: 'What is here now',
      keep: { both, mine: 'Keep what was not saved', theirs: 'Keep what is here now' },
    }
  }
  if (by === null) {
    return {
      title: 'You saved this post in another window',
      mine: 'In this window',
      theirs: `In the other window, ${time}`,
      keep: { both, mine: 'Keep what is in this window', theirs: 'Keep what is in the other window' },
    }
  }
  return {
    title: `${by} saved this post after you opened it`,
    mine: 'Mine, not saved yet',
    theirs: `${by}, ${time}`,
    keep: { both, mine: 'Keep mine', theirs: `Keep what ${by} wrote` },
  }
}

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})
