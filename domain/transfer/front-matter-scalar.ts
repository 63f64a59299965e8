/**
 * One value that cannot be read as it stands, written so that YAML and TOML both read it as the text that was meant.
 * `null` when more than one meaning is possible.
 */
export function mendScalar(value: string): { text: string; what: string } | null {
  if (value.startsWith('"') || value.startsWith("'")) return mendQuoted(value)
  if (value.startsWith('[') && (value.endsWith(']') || !value.includes(']'))) return mendList(value)
  if (/^\{[^{%]/.test(value) && (value.endsWith('}') || !value.includes('}'))) return null
  return { text: JSON.stringify(value), what: 'text that needs quotes got them' }
}

function mendQuoted(value: string) {
  const quote = value.charAt(0)
  const closers = closersOf(value, quote)
  const last = closers.at(-1)
  if (last === undefined)
    return { text: quoted(value.slice(1), quote), what: 'a quote that was never closed was left out' }
  const rest = value.slice(last + 1).trim()
  if (rest === '') return { text: quoted(value.slice(1, last), quote), what: reasonFor(quote) }
  if (rest === ',')
    return { text: quoted(value.slice(1, last), quote), what: 'a comma after a value was left out' }
  return { text: JSON.stringify(value), what: 'text that goes on after its quotes was kept whole' }
}

/** Where a quote of this kind could end the text: not between two letters, not escaped. */
function closersOf(value: string, quote: string): number[] {
  const pattern = quote === '"' ? /\\.|"/gs : /(?<=\p{L})'(?=\p{L})|''(?!$)|'/gsu
  return [...value.slice(1).matchAll(pattern)]
    .filter((found) => found[0] === quote)
    .flatMap((found) => closes(value, found.index + 1))
}

function closes(value: string, index: number): number[] {
  const between = /\p{L}/u.test(value.charAt(index - 1)) && /\p{L}/u.test(value.charAt(index + 1))
  return between ? [] : [index]
}

function reasonFor(quote: string): string {
  return quote === "'"
    ? 'an apostrophe inside single quotes was kept'
    : 'quotes or backslashes inside quotes were kept'
}

function mendList(value: string) {
  const inner = value.replace(/^\[/, '').replace(/\]$/, '')
  const items = inner
    .split(/,|(?<=["'])\s+(?=["'])/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
  const texts = items.map(itemText)
  if (texts.some((text) => text === null)) return null
  return { text: `[${texts.join(', ')}]`, what: 'a list with a missing bracket or quote was mended' }
}

function itemText(item: string): string | null {
  const quote = item.charAt(0)
  const ends = item.length > 1 && /["']$/.test(item)
  if (quote === '"' || quote === "'") return quoted(item.slice(1, ends ? -1 : undefined), quote)
  if (/[[\]{}]/.test(item)) return null
  return JSON.stringify(item.replace(/["']$/, ''))
}

function quoted(text: string, quote: string): string {
  const meant = quote === '"' ? text.replace(/\\(["\\])/g, '$1') : text.replaceAll("''", "'")
  return JSON.stringify(meant)
}
