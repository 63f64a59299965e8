import { requireActor } from '@/app/_http/session'
import { exportMarkdown } from '@/domain/export/markdown'
import { zipOf } from '@/domain/export/zip'
import { canTransfer } from '@/domain/permissions'
import { describeError, log } from '@/lib/log'
import { webStreamOf } from '@/lib/web-stream'

export const dynamic = 'force-dynamic'

const HEADERS = {
  'Content-Type': 'application/zip',
  'Content-Disposition': 'attachment; filename="octavo-export.zip"',
  'Cache-Control': 'private, no-store',
}

/** Everything as one zip, packed while it is sent: how long it will be is not known before. */
export async function GET() {
  const actor = await requireActor()
  if (!canTransfer(actor)) return new Response('There is nothing here.\n', { status: 404 })
  const zip = zipOf(await exportMarkdown(actor))
  // The answer has begun by then: it is broken off, so that nobody takes it for whole.
  zip.on('error', (error) => log('export.broken', describeError(error)))
  return new Response(webStreamOf(zip), { headers: HEADERS })
}

/** Nothing is read for those who only ask whether it is there. */
export async function HEAD() {
  const actor = await requireActor()
  return canTransfer(actor) ? new Response(null, { headers: HEADERS }) : new Response(null, { status: 404 })
}
