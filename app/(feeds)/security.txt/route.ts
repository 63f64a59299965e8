import { answerSecurity } from '@/app/_http/security'

export const dynamic = 'force-dynamic'

export function GET(): Promise<Response> {
  return answerSecurity()
}
