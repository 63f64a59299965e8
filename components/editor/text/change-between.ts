/** The smallest one change that makes `next` of `before`, so that a cursor outside of it stays where it is. */
export function changeBetween(before: string, next: string): { from: number; to: number; insert: string } {
  const most = Math.min(before.length, next.length)
  let from = 0
  while (from < most && before.charCodeAt(from) === next.charCodeAt(from)) from += 1
  let same = 0
  while (
    same < most - from &&
    before.charCodeAt(before.length - 1 - same) === next.charCodeAt(next.length - 1 - same)
  )
    same += 1
  return { from, to: before.length - same, insert: next.slice(from, next.length - same) }
}
