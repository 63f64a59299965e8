/** What readers were shown that a change to this post makes untrue. */
export function staleWith(post: { id: string }): string[] {
  return [`post:${post.id}`, 'posts']
}
