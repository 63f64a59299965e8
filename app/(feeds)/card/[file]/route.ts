import { answerCard } from '@/app/_http/card'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ file: string }> }

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answerCard((await params).file)
}
