'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-input'
import type { LibraryItem } from '@/domain/media/library'
import { addressOfMedia, isAudio } from '@/domain/media/media'
import type { Answer } from '@/lib/answer'

export type MediaActions = {
  describe: (input: { id: string; alt: string }) => Promise<Answer<void>>
  uses: (id: string) => Promise<Answer<number>>
  remove: (id: string) => Promise<Answer<void>>
}

type Props = { item: LibraryItem; actions: MediaActions; onClose: () => void; onDone: () => void }

export function MediaDialog({ item, actions, onClose, onDone }: Props) {
  const [alt, setAlt] = useState(item.alt ?? '')
  const [copied, setCopied] = useState(false)
  const [question, setQuestion] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const address = addressOfMedia(item.key)

  async function run(work: Promise<Answer<void>>) {
    const answer = await work
    if (answer.ok) return onDone()
    setTrouble(answer.sentence)
  }

  async function askFirst() {
    const answer = await actions.uses(item.id)
    if (!answer.ok) return setTrouble(answer.sentence)
    const { value } = answer
    setQuestion(
      value === 0
        ? 'No post uses this file.'
        : `${value === 1 ? '1 post uses' : `${value} posts use`} this file and would show a gap.`,
    )
  }

  async function copy() {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={item.fileName}
      description={address}
      footer={
        <>
          {item.mayChange && (
            <Button
              variant={question === null ? 'plain' : 'danger'}
              onClick={() => void (question === null ? askFirst() : run(actions.remove(item.id)))}
            >
              {question === null ? 'Delete' : 'Delete for good'}
            </Button>
          )}
          {question === null && (
            <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy address'}</Button>
          )}
          {item.mayChange && !isAudio(item.contentType) && (
            <Button variant="primary" onClick={() => void run(actions.describe({ id: item.id, alt }))}>
              Save
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {question !== null && <Notice tone="warn">{question}</Notice>}
        {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
        {isAudio(item.contentType) ? (
          <audio src={address} controls preload="none" className="w-full" />
        ) : (
          <>
            <img
              src={address}
              alt={item.alt ?? ''}
              className="max-h-72 w-full rounded-md bg-canvas object-contain"
            />
            <Field label="Alternative text" hint="What the picture says, for those who do not see it.">
              <TextArea
                value={alt}
                readOnly={!item.mayChange}
                onChange={(event) => setAlt(event.target.value)}
              />
            </Field>
          </>
        )}
      </div>
    </Dialog>
  )
}
