import { answerFeed } from '@/app/_http/feed'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ author: string; feed: string }> }

/** `feed.xml`, `atom.xml` and `feed.json`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { author, feed } = await params
  return answerFeed(feed, 'author', author)
}
