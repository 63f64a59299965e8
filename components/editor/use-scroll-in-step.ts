import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect } from 'react'

type Props = {
  view: EditorView | null
  /** Scrolls by itself beside the text, which scrolls with the page. */
  pane: RefObject<HTMLDivElement | null>
  active: boolean
}

/** Keeps the preview where the text is, and the text where the preview is scrolled to, line by line. */
export function useScrollInStep({ view, pane, active }: Props): void {
  useEffect(() => {
    const preview = pane.current
    if (!active || preview === null || view === null) return
    let leads: 'text' | 'preview' = 'text'
    let frame = 0
    function step() {
      if (preview === null || view === null) return
      if (leads === 'text') preview.scrollTop = placeOfLine(preview, lineAtTop(view))
      else
        window.scrollTo({
          top: window.scrollY + heightOfLine(view, lineShown(preview)),
          behavior: 'instant',
        })
    }
    function later(who: typeof leads) {
      if (who !== leads) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(step)
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('scroll', () => later('text'), { signal, passive: true })
    preview.addEventListener('scroll', () => later('preview'), { signal, passive: true })
    for (const name of ['pointerenter', 'focusin', 'wheel'] as const)
      preview.addEventListener(name, () => (leads = 'preview'), { signal, passive: true })
    for (const name of ['pointerleave', 'focusout'] as const)
      preview.addEventListener(name, () => (leads = 'text'), { signal })
    return () => {
      listening.abort()
      cancelAnimationFrame(frame)
    }
  }, [view, pane, active])
}

/** The line just under the bars, with the part of it that is above. Lines count from 1. */
function lineAtTop(view: EditorView): number {
  const height = barsBottom() - view.documentTop
  if (height <= 0) return 0
  const block = view.lineBlockAtHeight(height)
  return view.state.doc.lineAt(block.from).number + partOf(height - block.top, block.height)
}

/** How far a line is below the bars, in pixels. */
function heightOfLine(view: EditorView, line: number): number {
  const { doc } = view.state
  const number = Math.min(doc.lines, Math.max(1, Math.floor(line)))
  const block = view.lineBlockAt(doc.line(number).from)
  const top = line < 1 ? 0 : block.top + (line - number) * block.height
  return view.documentTop + top - barsBottom()
}

function placeOfLine(preview: HTMLElement, line: number): number {
  const marks = marksOf(preview)
  const at = firstAfter(marks.length, (index) => lineOf(marks[index]) > line)
  const [before, after] = [marks[at - 1], marks[at]]
  const from = before === undefined ? 0 : topIn(preview, before)
  const to = after === undefined ? preview.scrollHeight : topIn(preview, after)
  const [first, next] = [lineOf(before), after === undefined ? lineOf(before) + 1 : lineOf(after)]
  return from + (to - from) * partOf(line - first, next - first)
}

function lineShown(preview: HTMLElement): number {
  const marks = marksOf(preview)
  const { scrollTop } = preview
  const at = firstAfter(marks.length, (index) => topIn(preview, marks[index]) > scrollTop)
  const [before, after] = [marks[at - 1], marks[at]]
  const from = topIn(preview, before)
  const to = after === undefined ? preview.scrollHeight : topIn(preview, after)
  const [first, next] = [lineOf(before), after === undefined ? lineOf(before) + 1 : lineOf(after)]
  return first + (next - first) * partOf(scrollTop - from, to - from)
}

function marksOf(preview: HTMLElement) {
  return preview.querySelectorAll<HTMLElement>('[data-line]')
}

function lineOf(mark: HTMLElement | undefined): number {
  return Number(mark?.dataset.line ?? 0)
}

function topIn(preview: HTMLElement, mark: HTMLElement | undefined): number {
  if (mark === undefined) return 0
  return mark.getBoundingClientRect().top - preview.getBoundingClientRect().top + preview.scrollTop
}

/** The first of `length` for which the question is answered yes; they are in order. */
function firstAfter(length: number, isAfter: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function partOf(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole))
}

function barsBottom(): number {
  return document.querySelector('[data-toolbar]')?.getBoundingClientRect().bottom ?? 0
}
