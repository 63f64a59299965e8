type View = { to?: number; from?: number; page?: number }

/** The address of one view of a post's history. */
export function historyAddress(postId: string, { to, from, page }: View): string {
  const query = new URLSearchParams()
  if (to !== undefined) query.set('to', String(to))
  if (from !== undefined) query.set('from', String(from))
  if (page !== undefined && page > 1) query.set('page', String(page))
  return `/admin/posts/${postId}/history${query.size === 0 ? '' : `?${query}`}`
}
