import { answerSitemap } from '@/app/_http/sitemap'

export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return answerSitemap()
}
