import type { BulkAct } from '@/domain/posts/bulk'

/** What became of one post, and of several. */
const DONE: Record<BulkAct, [string, string]> = {
  trash: ['is in the trash', 'are in the trash'],
  restore: ['is back as a draft', 'are back as drafts'],
  unpublish: ['is a draft again', 'are drafts again'],
  return: ['does not wait for review any more', 'do not wait for review any more'],
  tag: ['is tagged', 'are tagged'],
  untag: ['lost its tag', 'lost their tags'],
  'join-series': ['is in the series', 'are in the series'],
  'leave-series': ['left the series', 'left the series'],
  byline: ['has other authors', 'have other authors'],
}

export function countOfPosts(number: number): string {
  return number === 1 ? '1 post' : `${number} posts`
}

export function doneInWords(act: BulkAct, number: number): string {
  if (number === 0) return 'Nothing was changed'
  const [one, many] = DONE[act]
  return `${countOfPosts(number)} ${number === 1 ? one : many}`
}

export function undoneInWords(number: number): string {
  if (number === 0) return 'Nothing was taken back'
  return `${countOfPosts(number)} ${number === 1 ? 'is' : 'are'} as before`
}
