import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { Findings } from '@/components/editor/use-findings'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Finding, type Place, placeInWords } from '@/domain/findings/finding'

type Props = {
  findings: Findings
  /** Moves to where a finding is. */
  onGo: (place: Place) => void
}

const FEW = 8

/** What readers would stumble over; each finding leads to its place, and can be ignored unless it stops. */
export function FindingsList({ findings, onGo }: Props) {
  const { checking, trouble, open, ignored, ignore } = findings
  const [all, setAll] = useState(false)
  const shown = all ? open : open.slice(0, FEW)
  return (
    <section aria-label="Checks" className="flex flex-col gap-2">
      <p role="status" className="text-[0.8125rem] font-medium text-muted">
        {sentenceOf({ checking, trouble: trouble !== null, open: open.length, ignored: ignored.length })}
      </p>
      {trouble !== null && <Notice tone="warn">{`It could not be checked: ${trouble}`}</Notice>}
      {shown.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-md border border-line">
          {shown.map((finding, at) => (
            <FindingRow key={`${finding.key} ${at}`} finding={finding} onGo={onGo}>
              {!finding.stops && (
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Ignore: ${finding.sentence}`}
                  onClick={() => void ignore(finding.key, true)}
                >
                  Ignore
                </Button>
              )}
            </FindingRow>
          ))}
        </ul>
      )}
      {shown.length < open.length && (
        <Button size="small" onClick={() => setAll(true)} className="self-start">
          {`Show ${open.length - shown.length} more`}
        </Button>
      )}
      {ignored.length > 0 && (
        <details>
          <summary className="cursor-pointer text-[0.8125rem] text-muted">{`${ignored.length} ignored`}</summary>
          <ul className="mt-2 divide-y divide-line overflow-hidden rounded-md border border-line">
            {ignored.map((finding, at) => (
              <FindingRow key={`${finding.key} ${at}`} finding={finding} onGo={onGo}>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Mind again: ${finding.sentence}`}
                  onClick={() => void ignore(finding.key, false)}
                >
                  Mind again
                </Button>
              </FindingRow>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type RowProps = { finding: Finding; onGo: (place: Place) => void; children: React.ReactNode }

function FindingRow({ finding: { sentence, why, place, stops }, onGo, children }: RowProps) {
  return (
    <li className="flex items-start gap-1 py-1.5 pr-1.5 pl-1">
      <button
        type="button"
        onClick={() => onGo(place)}
        className="group flex min-w-0 flex-1 flex-col items-start rounded-sm px-2 py-0.5 text-left wrap-anywhere hover:bg-hover"
      >
        <span className="inline-flex items-center gap-1 text-xs font-medium text-accent group-hover:underline">
          {placeInWords(place)}
          <ArrowRight aria-hidden className="size-3" />
        </span>
        <span className={`font-medium ${stops ? 'text-danger' : ''}`}>{sentence}</span>
        {why !== '' && <span className="text-[0.8125rem] text-muted">{why}</span>}
      </button>
      {children}
    </li>
  )
}

type Count = { checking: boolean; trouble: boolean; open: number; ignored: number }

function sentenceOf({ checking, trouble, open, ignored }: Count): string {
  if (checking) return 'Checking the text, its links and its pictures…'
  if (trouble) return ''
  if (open > 0) return open === 1 ? '1 thing to look at' : `${open} things to look at`
  return ignored > 0 ? 'Nothing else to look at' : 'Checked: nothing to look at'
}
