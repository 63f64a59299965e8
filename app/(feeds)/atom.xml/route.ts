import { answerFeed } from '@/app/_http/feed'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return answerFeed('atom.xml', 'everything')
}
