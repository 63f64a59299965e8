/**
 * The text with each reference replaced by its address, wherever Markdown or HTML names one: `](reference`, `src="reference"`,
 * `href="reference"`, `[label]: reference`. Text that merely mentions a file name stays.
 */
export function rewriteReferences(body: string, addresses: ReadonlyMap<string, string>): string {
  if (addresses.size === 0) return body
  const names = [...addresses.keys()].sort((a, b) => b.length - a.length).map(escapePattern)
  const pattern = new RegExp(
    `(\\]\\(\\s*<?|\\b(?:src|href|poster)=["']?|^ {0,3}\\[[^\\]]+\\]:\\s*<?)(${names.join('|')})(?=[\\s)>"'#?]|$)`,
    'gm',
  )
  return body.replace(
    pattern,
    (_match, before: string, reference: string) => before + (addresses.get(reference) ?? reference),
  )
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
