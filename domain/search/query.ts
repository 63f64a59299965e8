/** What somebody looks for, in the words of Postgres. */
export type Asked = {
  /** For `websearch_to_tsquery`. */
  words: string
  /** The same without its last word, and that word as the beginning of one: people search while they type. Null for no such word. */
  unfinished: { before: string; start: string } | null
  /** Single signs of scripts without blanks: stored as pairs, they are found as the beginning of one. */
  signs: string[]
}

const LONGEST = 200
const MOST_WORDS = 20
const SIGNS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu
const EMOJI = /[\u2600-\u27bf\u2b05-\u2b55\u{1f000}-\u{1faff}]/gu

/** A query as it may be shown and searched: at most 200 characters and 20 words, without what nobody can see. */
export function tidyQuery(text: string): string {
  const visible = text
    .slice(0, LONGEST * 2)
    .replace(/\p{C}/gu, ' ')
    .trim()
  const words = visible.slice(0, LONGEST).split(/\s+/, MOST_WORDS).join(' ')
  return words.replace(/\p{Cs}/gu, '')
}

/** A year as it stands in addresses, in one way only; null for what is none (the database knows no year 0). */
export function readYear(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
}

/** Signs and emoji are looked for as `search_words` in the database stores them. */
export function readQuery(query: string): Asked {
  const signs: string[] = []
  const words = query
    .replace(EMOJI, (sign) => ` u${sign.codePointAt(0)?.toString(16)} `)
    .replace(/"([^"]*)"?|(?:[^\s"]+)/g, (part, quoted: string | undefined) =>
      quoted === undefined
        ? pairSigns(part, signs)
        : `"${quoted.replace(SIGNS, ' $& ').replace(SIGNS, inPairs)}"`,
    )
  return { words, unfinished: findUnfinished(words), signs }
}

/** The lexemes of a query in Postgres' own writing (`'clock' & 'bell':*`) as what to mark in a text. */
export function termsOf(tree: string): string[] {
  const lexemes = [...tree.matchAll(/'((?:[^']|'')+)'/g)].map(([, lexeme = '']) =>
    lexeme.replaceAll("''", "'"),
  )
  return lexemes.map((lexeme) => {
    const emoji = /^u(1f[0-9a-f]{3}|2[67b][0-9a-f]{2})$/.exec(lexeme)?.[1]
    return emoji === undefined ? lexeme : String.fromCodePoint(Number.parseInt(emoji, 16))
  })
}

/** `日本語` becomes `"日本 本語"`; a single sign is noted in `alone`. */
function pairSigns(part: string, alone: string[]): string {
  return part.replace(SIGNS, (run) => {
    if ([...run].length > 1) return ` "${inPairs(run)}" `
    alone.push(run)
    return ' '
  })
}

function inPairs(run: string): string {
  const signs = [...run]
  return signs.length === 1
    ? run
    : signs
        .slice(1)
        .map((sign, at) => `${signs[at]}${sign}`)
        .join(' ')
}

function findUnfinished(words: string): Asked['unfinished'] {
  const found = /^(.*?)([\p{L}\p{M}\p{N}]{3,40})$/su.exec(words)
  const [, before = '', start = ''] = found ?? []
  const isWhole = start === '' || (before !== '' && !/\s$/.test(before)) || /^or$/i.test(start)
  const isQuoted = (before.match(/"/g)?.length ?? 0) % 2 === 1
  return isWhole || isQuoted ? null : { before, start }
}
