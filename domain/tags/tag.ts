/**
 * What makes two spellings one tag: case, width, accents' encoding and blanks do not count (`' Web'` is `web`).
 * Accents themselves do: `resume` and `résumé` are two tags.
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
}
