import { answerFeed } from '@/app/_http/feed'

export const dynamic = 'force-dynamic'

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ author: string }> },
): Promise<Response> {
  const { author } = await params
  return answerFeed('feed.json', 'author', author)
}
