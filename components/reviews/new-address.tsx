'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'

/** The address of a link that was just made. It cannot be shown again. */
export function NewAddress({ address }: { address: string }) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }

  return (
    <div className="flex items-end gap-2 rounded-md border border-good/40 bg-good-soft p-3">
      <div className="min-w-0 flex-1">
        <Field label="The new link" hint="Copy it now: it is not shown again.">
          <TextInput readOnly value={address} onFocus={({ target }) => target.select()} />
        </Field>
      </div>
      <Button onClick={() => void copy()} className="mb-5">
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
      </Button>
    </div>
  )
}
