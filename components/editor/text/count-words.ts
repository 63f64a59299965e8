/** Runs of letters and numbers, with the apostrophes and hyphens inside; addresses of links and tags of HTML are no words. */
export function countWords(markdown: string): number {
  const prose = markdown.replace(/\]\([^)\n]*\)/g, ']').replace(/<[^>\n]*>/g, ' ')
  return prose.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0
}
