import type { ChangeSpec } from '@codemirror/state'
import { compareTexts } from '@/lib/compare-texts'

/** The changes, word by word, that make `next` of `before`: a cursor between two of them stays in its word. */
export function changesBetween(before: string, next: string): ChangeSpec[] {
  const changes: ChangeSpec[] = []
  let at = 0
  for (const { is, text } of compareTexts(before, next)) {
    if (is === 'added') changes.push({ from: at, insert: text })
    if (is === 'removed') changes.push({ from: at, to: at + text.length })
    if (is !== 'added') at += text.length
  }
  return changes
}
