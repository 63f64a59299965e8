import type { Tag, Token } from './tokens'

/** A tag with what it encloses; `inner` is null for one that has no end. */
export type Node = Exclude<Token, Tag> | (Tag & { inner: Node[] | null })

// Deeper than any page: whatever goes on inside is read as if it had no ends.
const deepest = 50

type Open = { key: string; tag: Tag; inner: Node[] }

/** Pairs each tag with its end. Tags between that were never closed enclose nothing; ends without a beginning stay as tags. */
export function pairTags(tokens: Token[]): Node[] {
  const root: Node[] = []
  const open: Open[] = []
  const counts = new Map<string, number>()
  const count = (key: string, step: number) => counts.set(key, (counts.get(key) ?? 0) + step)

  for (const token of tokens) {
    const inside = open.at(-1)?.inner ?? root
    if (token.kind !== 'tag') inside.push(token)
    else if (token.role === 'closes' && (counts.get(keyOf(token)) ?? 0) > 0) close(keyOf(token))
    else if (token.role === 'opens' && token.syntax !== 'value' && open.length < deepest) begin(token)
    else inside.push({ ...token, inner: null })
  }
  dropFrom(0)
  return root

  function begin(tag: Tag) {
    const key = keyOf(tag)
    count(key, 1)
    open.push({ key, tag, inner: [] })
  }

  function close(key: string) {
    dropFrom(open.findLastIndex((one) => one.key === key) + 1)
    const last = open.pop()
    count(key, -1)
    if (last !== undefined) (open.at(-1)?.inner ?? root).push({ ...last.tag, inner: last.inner })
  }

  /** The tags from here on had no end: they and what came behind them move out. */
  function dropFrom(first: number) {
    const outer = open[first - 1]?.inner ?? root
    for (const { key, tag, inner } of open.splice(first)) {
      count(key, -1)
      outer.push({ ...tag, inner: null })
      for (const node of inner) outer.push(node)
    }
  }
}

/** Zola closes whatever block is open with `{% end %}`. */
function keyOf({ syntax, name, args }: Tag): string {
  if (syntax === 'block' && (name === 'end' || args.trimStart().startsWith('('))) return 'block end'
  return `${syntax} ${name.toLowerCase()}`
}
