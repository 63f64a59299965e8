/**
 * What is at an address of this site at some moment. `there`: a page, a file, or a way on to one. What somebody may not see at the
 * desk is `unknown` to them.
 */
export type TargetState =
  | { is: 'there' }
  | { is: 'unknown' }
  /** Readers saw it once. */
  | { is: 'gone' }
  | { is: 'desk' }
  | { is: 'draft'; title: string }
  | { is: 'trashed'; title: string }
  | { is: 'later'; title: string; from: Date }
