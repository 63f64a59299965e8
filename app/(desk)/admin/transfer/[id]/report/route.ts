import { currentActor } from '@/app/_http/session'
import { canTransfer } from '@/domain/permissions'
import { getImport } from '@/domain/transfer/desk-imports'
import { importId } from '@/domain/transfer/import-schema'
import { listLines } from '@/domain/transfer/import-lines'
import { reportAsCsv, reportAsJson } from '@/domain/transfer/report-files'
import { Refusal } from '@/lib/errors'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string }> }

/** The whole report of an import as a file: a table, or JSON with `?format=json`. */
export async function GET(request: Request, { params }: Props) {
  const actor = await currentActor()
  const id = importId.safeParse((await params).id)
  if (actor === null || !canTransfer(actor) || !id.success) return missing()
  try {
    const { source } = await getImport(actor, id.data)
    const files = await listLines(id.data)
    const isJson = new URL(request.url).searchParams.get('format') === 'json'
    const body = isJson ? reportAsJson({ source, files }) : reportAsCsv({ files })
    const name = encodeURIComponent(`${source} report.${isJson ? 'json' : 'csv'}`)
    return new Response(body, {
      headers: {
        'Content-Type': isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="report.${isJson ? 'json' : 'csv'}"; filename*=UTF-8''${name}`,
      },
    })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return missing()
    throw error
  }
}

const missing = () => new Response('There is no such report.', { status: 404 })
