const LENGTH = 220
const LEAD = 60
/** What is found further on is in the post, and not worth reading it for a snippet. */
const LOOKED_AT = 20_000

type Match = { start: number; end: number; term: string }

/**
 * A part of a text around what was looked for, in pieces: every second one, from the second on, is a match. Null when none of
 * the terms (as Postgres stems them) stands in it.
 */
export function snippetOf(text: string, terms: string[]): string[] | null {
  const line = text.slice(0, LOOKED_AT).toWellFormed().replace(/\s+/g, ' ')
  const matches = findMatches(line, terms)
  const [first] = matches
  if (first === undefined) return null
  const start = beginningOf(line, richest(matches, first).start)
  const end = endOf(line, start + LENGTH)
  const pieces: string[] = []
  let at = start
  for (const match of matches) {
    if (match.start < at || match.end > end) continue
    pieces.push(line.slice(at, match.start), line.slice(match.start, match.end))
    at = match.end
  }
  pieces.push(line.slice(at, end))
  pieces[0] = `${start > 0 ? '…' : ''}${pieces[0] ?? ''}`
  pieces[pieces.length - 1] = `${pieces.at(-1) ?? ''}${end < line.length ? '…' : ''}`
  return pieces
}

function findMatches(line: string, terms: string[]): Match[] {
  const words = terms.filter((term) => /^[\p{L}\p{N}]+$/u.test(term) && !UNSPACED.test(term)).map(stemOf)
  const parts = terms.filter((term) => UNSPACED.test(term))
  const matches: Match[] = []
  for (const { 0: word, index } of line.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = fold(word)
    const term = words.find((stem) => folded.startsWith(stem))
    if (term !== undefined) matches.push({ start: index, end: index + word.length, term })
  }
  for (const term of parts)
    for (let at = line.indexOf(term); at !== -1; at = line.indexOf(term, at + term.length))
      matches.push({ start: at, end: at + term.length, term })
  return matches.sort((a, b) => a.start - b.start)
}

const UNSPACED =
  /[\u2600-\u27bf\u2b05-\u2b55\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u

/** The stem of `happy` is `happi`. */
function stemOf(term: string): string {
  return term.length > 3 ? term.replace(/i$/, '') : term
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The match after which the most different terms follow within a snippet. */
function richest(matches: Match[], first: Match): Match {
  let best = first
  let most = 0
  for (const [at, match] of matches.entries()) {
    const near = new Set<string>()
    for (const other of matches.slice(at, at + 20))
      if (other.end - match.start < LENGTH - LEAD) near.add(other.term)
    if (near.size > most) [best, most] = [match, near.size]
  }
  return best
}

function beginningOf(line: string, match: number): number {
  if (match <= LEAD) return 0
  const blank = line.indexOf(' ', match - LEAD)
  return blank === -1 || blank >= match ? match : blank + 1
}

function endOf(line: string, wish: number): number {
  if (wish >= line.length) return line.length
  const blank = line.lastIndexOf(' ', wish)
  return blank > wish - LEAD ? blank : wish
}
