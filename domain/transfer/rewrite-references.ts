import { tokenise } from '@/domain/transfer/body/tokens'

/**
 * The text with each reference replaced by its address, wherever Markdown or HTML names one: `](reference`, `src="reference"`,
 * `href="reference"`, `[label]: reference`. Text that merely mentions a file name stays, and so does code.
 */
export function rewriteReferences(body: string, addresses: ReadonlyMap<string, string>): string {
  if (addresses.size === 0) return body
  const names = [...addresses.keys()].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name))
  const pattern = new RegExp(
    `(\\]\\(\\s*<?|\\b(?:src|href|poster)=["']?|^ {0,3}\\[[^\\]]+\\]:\\s*<?)(${names.join('|')})(?=[\\s)>"'#?]|$)`,
    'gm',
  )
  const tokens = tokenise(body, { components: false })
  return tokens
    .map((token, index) => {
      if (token.kind !== 'text') return body.slice(token.at, tokens[index + 1]?.at ?? body.length)
      return token.text.replace(pattern, (_match, before: string, reference: string) => {
        return before + (addresses.get(reference) ?? reference)
      })
    })
    .join('')
}
