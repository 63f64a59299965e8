import { answerFeed } from '@/app/_http/feed'

export const dynamic = 'force-dynamic'

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ series: string }> },
): Promise<Response> {
  const { series } = await params
  return answerFeed('feed.xml', 'series', series)
}
