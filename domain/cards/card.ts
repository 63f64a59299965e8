import { createHash } from 'node:crypto'

/** What stands on the picture of a post that has none. */
export type Card = { postId: string; title: string; site: string; accent: string }

/** Raised when cards are drawn otherwise, so that they get new addresses. */
const DRAWING = 1
// What our fonts have: Latin, Greek, Cyrillic and the signs of European text.
const NOT_DRAWN =
  /[^\u0020-\u007e\u00a1-\u017f\u0386-\u03ce\u0401\u0410-\u044f\u0451\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac\u2122]/gu

/** Where the card is. The address changes with what stands on it, because networks that show it keep it for good. */
export function addressOfCard(card: Card): string {
  return `/card/${card.postId}-${markOf(card)}.png`
}

export function markOf({ title, site, accent }: Card): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING, title, site, accent]))
    .digest('hex')
    .slice(0, 12)
}

/** The part of a text that our fonts can show, or an empty one where that would say something else. */
export function drawable(text: string): string {
  const plain = text.normalize('NFC')
  const kept = plain.replace(NOT_DRAWN, '').replace(/\s+/g, ' ').trim()
  const letters = (some: string) => some.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return letters(kept) * 10 >= letters(plain) * 9 ? shortened(kept) : ''
}

function shortened(text: string): string {
  if (text.length <= 140) return text
  return `${text.slice(0, text.lastIndexOf(' ', 138) > 80 ? text.lastIndexOf(' ', 138) : 138)}…`
}
