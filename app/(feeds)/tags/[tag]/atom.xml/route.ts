import { answerFeed } from '@/app/_http/feed'

export const dynamic = 'force-dynamic'

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ tag: string }> },
): Promise<Response> {
  const { tag } = await params
  return answerFeed('atom.xml', 'tag', tag)
}
