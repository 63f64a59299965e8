import type { Part } from '@/lib/align'

/** So many characters of what did not change stand around a change; a longer stretch is folded. */
const AROUND = 160
const FOLDED = 600

/** A text with what was taken out of it and put into it, for eyes that see no colour and for ears. */
export function ComparedText({ parts }: { parts: Part[] }) {
  return (
    <div className="font-serif text-base leading-relaxed wrap-anywhere whitespace-pre-wrap" dir="auto">
      {parts.map(({ is, text }, at) => {
        if (is === 'removed') return <Removed key={at} text={text} />
        if (is === 'added') return <Added key={at} text={text} />
        return <Unchanged key={at} text={text} isFirst={at === 0} isLast={at === parts.length - 1} />
      })}
    </div>
  )
}

function Removed({ text }: { text: string }) {
  return (
    <del className="bg-danger-soft text-ink decoration-danger decoration-1">
      <span className="sr-only">Taken out: </span>
      {visible(text)}
      <span className="sr-only">, end of what was taken out. </span>
    </del>
  )
}

function Added({ text }: { text: string }) {
  return (
    <ins className="bg-good-soft text-ink decoration-good decoration-2 underline-offset-4">
      <span className="sr-only">Put in: </span>
      {visible(text)}
      <span className="sr-only">, end of what was put in. </span>
    </ins>
  )
}

/** Blanks and line ends that came or went are seen, too. */
function visible(text: string): string {
  return text.trim() === '' ? text.replaceAll('\n', '¶\n').replaceAll(' ', '·') : text
}

type UnchangedProps = { text: string; isFirst: boolean; isLast: boolean }

function Unchanged({ text, isFirst, isLast }: UnchangedProps) {
  const start = isFirst ? 0 : startOf(text)
  const end = isLast ? text.length : endOf(text)
  if (end - start < FOLDED) return <span className="text-muted">{text}</span>
  return (
    <span className="text-muted">
      {text.slice(0, start)}
      <details className="my-1 font-sans text-[0.8125rem]">
        <summary className="w-fit rounded border border-line px-2 py-0.5 hover:bg-hover">
          {amountOf(text.slice(start, end))}
        </summary>
        <div className="my-1 border-l-2 border-line pl-3 font-serif text-base">{text.slice(start, end)}</div>
      </details>
      {text.slice(end)}
    </span>
  )
}

/** Behind the first blank after `AROUND` characters and before the last one, so that no word is cut. */
function startOf(text: string): number {
  const at = text.slice(AROUND).search(/\s/)
  return at === -1 ? text.length : AROUND + at
}

function endOf(text: string): number {
  return text.slice(0, -AROUND).search(/\s\S*$/) + 1
}

function amountOf(text: string): string {
  const words = text.match(/[^\s]+/g)?.length ?? 0
  return words === 1 ? '1 unchanged word' : `${words.toLocaleString('en')} unchanged words`
}
