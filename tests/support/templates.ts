/** One page of each kind that a reader can meet, in the demo blog. Read by plain Node too, so it imports nothing. */
export const ARTICLE = '/posts/a-feed-is-a-promise'
export const TEMPLATES = [
  '/', ARTICLE, '/about', '/tags', '/tags/feeds', '/series', '/series/a-blog-that-lasts', '/authors/octavo', '/archive',
  '/search?q=feed', '/search?q=xyzzy', '/nothing-here',
] // prettier-ignore
/** The screens of the desk that need no post of their own. */
export const SCREENS = [
  '/admin/posts', '/admin/posts/new', '/admin/media', '/admin/tags', '/admin/people', '/admin/settings', '/admin/account',
  '/admin/transfer', '/admin/health', '/admin/calendar',
] // prettier-ignore
