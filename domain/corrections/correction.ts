/** A note that readers are given about what a revision mended. `html` is inline, and `at` when they first saw that revision. */
export type Correction = { at: Date; html: string }
