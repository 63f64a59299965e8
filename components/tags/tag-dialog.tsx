'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { controlStyle } from '@/components/ui/control-style'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextArea, TextInput } from '@/components/ui/text-input'
import type { DeskTag } from '@/domain/tags/desk'
import type { Answer, Refused } from '@/lib/answer'

export type TagActions = {
  change: (input: { id: string; name: string; description: string }) => Promise<Answer<void>>
  merge: (input: { from: string; into: string }) => Promise<Answer<void>>
  remove: (id: string) => Promise<Answer<void>>
}

type Props = { tag: DeskTag; others: DeskTag[]; actions: TagActions; onClose: () => void; onDone: () => void }

/** Renames and describes a tag; merges it into another one; takes it away. */
export function TagDialog({ tag, others, actions, onClose, onDone }: Props) {
  const [name, setName] = useState(tag.name)
  const [description, setDescription] = useState(tag.description ?? '')
  const [into, setInto] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [sure, setSure] = useState(false)
  const posts = tag.posts === 1 ? '1 post' : `${tag.posts} posts`

  async function run(work: Promise<Answer<void>>) {
    const answer = await work
    if (answer.ok) return onDone()
    setRefused(answer)
  }
  const errorOf = (field: string) => (refused?.field === field ? refused.sentence : null)

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Tag “${tag.name}”`}
      description={`On ${posts}, at /tags/${tag.slug}. The address stays when the name changes.`}
      footer={
        <>
          <Button
            variant={sure ? 'danger' : 'plain'}
            onClick={() => (sure ? void run(actions.remove(tag.id)) : setSure(true))}
          >
            {sure ? `Yes, take it off ${posts}` : 'Delete'}
          </Button>
          {into !== '' && (
            <Button onClick={() => void run(actions.merge({ from: tag.id, into }))}>Merge</Button>
          )}
          <Button
            variant="primary"
            onClick={() => void run(actions.change({ id: tag.id, name, description }))}
          >
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused !== null && refused.field === undefined && <Notice tone="danger">{refused.sentence}</Notice>}
        <Field label="Name" error={errorOf('name')}>
          <TextInput value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Description" error={errorOf('description')} hint="Stands above the posts of this tag.">
          <TextArea value={description} onChange={(event) => setDescription(event.target.value)} />
        </Field>
        <label className="flex flex-col gap-1 text-[0.8125rem] font-medium">
          Merge into another tag
          <select
            value={into}
            onChange={(event) => setInto(event.target.value)}
            className={`${controlStyle} font-normal`}
          >
            <option value="">Do not merge</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </Dialog>
  )
}
