export type TagArguments = { positional: string[]; named: ReadonlyMap<string, string> }

// `key="a"`, `key = 'a'`, `key: a`, a raw string in backticks, `key={expression}`, a list, or a bare word.
const item =
  /(?:([\w$:@.-]+?)\s*(?:=|:(?=["'\s`\w]))\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|\{([^{}]*)\}|(\[[^\]]*\])|([^\s,"'`{}()]+))|[\w$:@.-]+/gs

/** The arguments of a tag of any template language: `src="a.png" alt='b'`, `"a", width=3`, `lang:js` or `warning "Mind the gap"`. */
export function readArguments(text: string): TagArguments {
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const found of text.slice(0, 20_000).matchAll(item)) {
    const [whole, key, double, single, raw, expression, list, word] = found
    const quoted = double ?? single
    const value =
      quoted === undefined ? (raw ?? unquote(expression) ?? list ?? word ?? whole) : unescapeQuotes(quoted)
    if (key === undefined) positional.push(value)
    else named.set(key.toLowerCase(), value)
  }
  return { positional, named }
}

/** The first of these names that has a value. */
export function pick({ named }: TagArguments, ...names: string[]): string | null {
  for (const name of names) {
    const value = named.get(name)?.trim()
    if (value) return value
  }
  return null
}

function unescapeQuotes(text: string): string {
  return text.replace(/\\(["'\\])/g, '$1')
}

function unquote(expression: string | undefined): string | undefined {
  const text = expression?.trim()
  return text === undefined ? undefined : (/^(["'`])(.*)\1$/s.exec(text)?.[2] ?? text)
}
