import { z } from 'zod'
import { VERDICTS } from '@/domain/transfer/report'

export const importId = z.uuid('This is not the id of an import.')
export const importUndo = z.object({ id: importId, edited: z.boolean() })

/** Which lines of a report: those of a verdict, or with something to say. */
const shown = z.enum(['all', 'repaired', 'redirected', 'noted', ...VERDICTS])

export const reportListing = z.object({
  q: z.string().trim().max(200).catch(''),
  show: shown.catch('all'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type ReportListing = z.output<typeof reportListing>
export type ReportFilter = ReportListing['show']
