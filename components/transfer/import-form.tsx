'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { z } from 'zod'
import { ProgressBar } from '@/components/transfer/progress-bar'
import { Button } from '@/components/ui/button'
import { controlStyle } from '@/components/ui/control-style'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { sendFile } from '@/components/ui/send-file'
import { ScriptedFields } from '@/components/ui/scripted-fields'
import { TextInput } from '@/components/ui/text-input'

/** Sends an archive and goes to its rehearsal. Nothing is imported by this. */
export function ImportForm({ sources }: { sources: string[] }) {
  const router = useRouter()
  const picker = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(null)
  const [source, setSource] = useState('')
  const [sent, setSent] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const file = picker.current?.files?.[0]
    if (file === undefined) return setTrouble('Choose a zip archive first.')
    setTrouble(null)
    setSent(0)
    stop.current = new AbortController()
    const query = new URLSearchParams({ name: file.name, source })
    const address = `/admin/transfer/upload?${query}`
    const answer = await sendFile({ address, file, value: z.uuid() }, setSent, stop.current.signal)
    setSent(null)
    if (answer.ok) router.push(`/admin/transfer/${answer.value}`)
    else setTrouble(answer.sentence)
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <ScriptedFields className="flex flex-col gap-3">
        <p className="text-muted">
          A folder of Markdown as a zip: Hugo, Jekyll, Astro, Eleventy, Zola or plain files, with their
          pictures. First comes a rehearsal that says what would happen to each file. Nothing is written
          before you have seen it.
        </p>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Zip archive or Markdown file">
            <input
              ref={picker}
              type="file"
              accept=".zip,.md,.markdown,.mdx,application/zip"
              aria-label="Zip archive or Markdown file"
              className={`${controlStyle} file:mr-3 file:rounded file:border-0 file:bg-hover file:px-2 file:py-0.5 file:text-ink`}
            />
          </Field>
          <Field
            label="Name of the source"
            hint="The same name finds the same posts again. Empty: the name of the file."
          >
            <TextInput
              value={source}
              onChange={(event) => setSource(event.target.value)}
              list="transfer-sources"
              maxLength={200}
              autoComplete="off"
            />
          </Field>
          <datalist id="transfer-sources">
            {sources.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
        {sent !== null && (
          <ProgressBar label="Sending" done={Math.round(sent * 100)} total={100} text={sentInWords(sent)} />
        )}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" busy={sent !== null}>
            Rehearse
          </Button>
          {sent !== null && <Button onClick={() => stop.current?.abort()}>Cancel</Button>}
        </div>
      </ScriptedFields>
    </form>
  )
}

function sentInWords(part: number): string {
  return part < 1 ? `Sending, ${Math.round(part * 100)} %` : 'Unpacking'
}
