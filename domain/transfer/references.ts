import { tokenise } from '@/domain/transfer/body/tokens'

// Anchored on what comes right before an address, and bounded, so that a megabyte of brackets costs nothing.
const patterns = [
  /\]\(\s{0,9}(?:<([^<>\n]{1,2000})>|((?:[^()\s<>]|\([^()\s]{0,200}\)){1,2000}))/g,
  /^ {0,3}\[[^\]\n]{1,200}\]:\s{0,9}<?([^\s<>]{1,2000})/gm,
  /\b(?:src|poster|href)\s{0,9}=\s{0,9}(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^\s>"'{}]{1,2000}))/g,
]

/** Every address that Markdown or HTML names outside of code: pictures, links, players, definitions. */
export function listReferences(body: string): string[] {
  const text = tokenise(body, { components: false })
    .map((token) => (token.kind === 'text' ? token.text : ' '))
    .join('')
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => found.slice(1).filter((address) => address !== undefined)),
  )
}
