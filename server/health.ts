import type { IncomingMessage, ServerResponse } from 'node:http'
import { isDatabaseReady } from '@/domain/settings/ready'
import { sendAnswer } from '@/server/answer'
import type { Answer } from '@/server/prepared-answer'
import { plainAnswer } from '@/server/errors'
import { commonHeaders } from '@/server/headers'

/** `/healthz`: the process answers. `/readyz`: and so does its database, with our schema in it. */
export async function answerHealth(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const ready = path === '/healthz' || (await isDatabaseReady())
  await sendAnswer({ request, response }, ready ? OK : plainAnswer(503))
}

const OK: Answer = {
  status: 200,
  contentType: 'text/plain; charset=utf-8',
  headers: { ...commonHeaders(), 'cache-control': 'no-store' },
  body: Buffer.from('ok\n'),
}
