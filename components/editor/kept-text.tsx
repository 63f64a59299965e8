'use client'

import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { PostContent } from '@/domain/posts/schema'

/** Who may not change the post any more can still take the text with them. */
type Props = { sentence: string; content: PostContent; onUse: (() => void) | null; onDrop: () => void }

/** A text that is on this device only, and what can be done with it. */
export function KeptText({ sentence, content, onUse, onDrop }: Props) {
  return (
    <div className="px-4 pt-3 md:px-8">
      <Notice tone="warn">
        <div className="flex flex-wrap items-center gap-2">
          <p className="flex-[1_1_14rem]">{sentence}</p>
          <Button size="small" onClick={() => void navigator.clipboard.writeText(content.body)}>
            Copy it
          </Button>
          {onUse !== null && (
            <Button size="small" onClick={onUse}>
              Use it
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={onDrop}>
            Discard it
          </Button>
        </div>
      </Notice>
    </div>
  )
}
