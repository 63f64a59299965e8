'use client'

import { type SyntheticEvent, useState } from 'react'
import { AccentField } from '@/components/settings/accent-field'
import { ZoneChange } from '@/components/settings/zone-change'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { type Option, Select } from '@/components/ui/select'
import { ScriptedFields } from '@/components/ui/scripted-fields'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { ZoneSelect } from '@/components/ui/zone-select'
import type { SettingsInput } from '@/domain/settings/schema'
import type { Answer, Refused } from '@/lib/answer'

const FEED_CONTENTS = [
  { value: 'whole', label: 'Whole texts' },
  { value: 'summary', label: 'Summaries' },
] as const satisfies Option<SettingsInput['feedContent']>[]

type Props = { initial: SettingsInput; change: (input: SettingsInput) => Promise<Answer<void>> }

export function SettingsForm({ initial, change }: Props) {
  const toast = useToast()
  const [settings, setSettings] = useState(initial)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<SettingsInput>) => setSettings((before) => ({ ...before, ...part }))
  const errorOf = (field: keyof SettingsInput) => (refused?.field === field ? refused.sentence : null)

  async function save(event: SyntheticEvent | null) {
    event?.preventDefault()
    setBusy(true)
    const answer = await change(event === null ? { ...settings, zoneSeen: true } : settings)
    setBusy(false)
    setRefused(answer.ok ? null : answer)
    if (answer.ok) toast({ title: 'The settings are saved' })
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <ScriptedFields className="flex flex-col gap-4">
        {refused !== null && refused.field === undefined && <Notice tone="danger">{refused.sentence}</Notice>}
        <Field label="Title of the site" error={errorOf('title')}>
          <TextInput value={settings.title} onChange={(event) => set({ title: event.target.value })} />
        </Field>
        <Field
          label="Description"
          error={errorOf('description')}
          hint="One or two sentences, for the home page, search engines and feeds."
        >
          <TextArea
            value={settings.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Language" error={errorOf('language')} hint="A code such as en, de or pt-BR.">
            <TextInput
              value={settings.language}
              onChange={(event) => set({ language: event.target.value })}
            />
          </Field>
          <Field label="Posts per page" error={errorOf('postsPerPage')}>
            <TextInput
              type="number"
              min={1}
              max={100}
              value={settings.postsPerPage}
              onChange={(event) => set({ postsPerPage: Number(event.target.value) })}
            />
          </Field>
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Feeds carry" error={errorOf('feedContent')}>
            <Select
              value={settings.feedContent}
              options={FEED_CONTENTS}
              onChange={(feedContent) => set({ feedContent })}
            />
          </Field>
          <Field label="Posts per feed" error={errorOf('postsPerFeed')}>
            <TextInput
              type="number"
              min={1}
              max={200}
              value={settings.postsPerFeed}
              onChange={(event) => set({ postsPerFeed: Number(event.target.value) })}
            />
          </Field>
        </div>
        <Field
          label="Time zone"
          error={errorOf('timeZone')}
          hint="Dates on the site are shown in it, and new schedules begin with it."
        >
          <ZoneSelect value={settings.timeZone} onChange={(timeZone) => set({ timeZone })} />
        </Field>
        {refused?.field === 'timeZone' && (
          <ZoneChange
            details={refused.details}
            from={initial.timeZone}
            to={settings.timeZone}
            busy={busy}
            onConfirm={() => void save(null)}
          />
        )}
        <Field
          label="Security contact"
          error={errorOf('securityContact')}
          hint="Who finds a weakness reads it in /.well-known/security.txt. An e-mail address or a page; empty for none."
        >
          <TextInput
            value={settings.securityContact}
            onChange={(event) => set({ securityContact: event.target.value })}
          />
        </Field>
        <AccentField
          value={settings.accent}
          onChange={(accent) => set({ accent })}
          error={errorOf('accent')}
        />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            Save settings
          </Button>
        </div>
      </ScriptedFields>
    </form>
  )
}
