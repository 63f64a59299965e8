import { postgresFaults } from '@/lib/postgres-faults'

/** Data that is no value of its type, that breaks a constraint, or that is too large for a row or an index. */
const ofData = /^(22|23|54)/

/** What the database has against the rows it was given; null when the error is another one, and the rows may be good. */
export function faultOfData(error: unknown): string | null {
  for (const { code, message } of postgresFaults(error))
    if (ofData.test(code)) return message === '' ? `code ${code}` : `${message} (${code})`
  return null
}
