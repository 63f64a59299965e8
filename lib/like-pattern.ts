/** A pattern for SQL's LIKE and ILIKE that finds `text` anywhere: what is a wildcard there stands for itself. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
