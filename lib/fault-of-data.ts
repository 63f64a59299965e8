// Of the codes of Postgres (https://www.postgresql.org/docs/current/errcodes-appendix.html): data that is no value of its type,
// that breaks a constraint, or that is too large for a row or an index.
const ofData = /^(22|23|54)/

/** What the database has against the rows it was given; null when the error is another one, and the rows may be good. */
export function faultOfData(error: unknown): string | null {
  for (let cause = error; cause instanceof Object; cause = innerOf(cause)) {
    const code = 'originalCode' in cause ? cause.originalCode : null
    if (typeof code !== 'string' || !ofData.test(code)) continue
    const message = 'originalMessage' in cause ? String(cause.originalMessage) : ''
    return message === '' ? `code ${code}` : `${message} (${code})`
  }
  return null
}

/** Prisma hands the error of its driver on inside of its own ones. */
function innerOf(error: object): unknown {
  if ('meta' in error && error.meta instanceof Object && 'driverAdapterError' in error.meta)
    return error.meta.driverAdapterError
  return 'cause' in error ? error.cause : null
}
