import { answerSitemapPart } from '@/app/_http/sitemap'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ part: string }> }

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answerSitemapPart((await params).part)
}
