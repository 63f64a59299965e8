'use client'

import { useEffect, useState } from 'react'
import { askServer } from '@/components/editor/ask-server'
import type { EditorActions } from '@/components/editor/editor-actions'
import { countLinks, LinksHereList } from '@/components/editor/links-here'
import { Notice } from '@/components/ui/notice'
import type { LinksHere } from '@/domain/links/queries'

type Props = { id: string; from: string; to: string; linksHere: EditorActions['linksHere'] }

/** What becomes of the old address of a live post, and who links to it. */
export function SlugChange({ id, from, to, linksHere }: Props) {
  const [links, setLinks] = useState<LinksHere | null>(null)
  useEffect(() => {
    let stale = false
    const load = async () => {
      const answer = await askServer(() => linksHere([id]))
      if (!stale && answer.ok) setLinks(answer.value)
    }
    void load()
    return () => {
      stale = true
    }
  }, [id, linksHere])
  return (
    <>
      <Notice>
        {`Its address changes from ${decodeURI(from)} to ${decodeURI(to)}. The old one leads to the new one for good (301).`}
      </Notice>
      {links !== null && links.total > 0 && (
        <details>
          <summary className="cursor-pointer text-[0.8125rem] text-muted">
            {`${countLinks(links.total)}: those links go on working`}
          </summary>
          <div className="mt-2 flex flex-col gap-2">
            <LinksHereList {...links} />
          </div>
        </details>
      )}
    </>
  )
}
