/** What Postgres said; the codes are at https://www.postgresql.org/docs/current/errcodes-appendix.html. */
export type PostgresFault = { code: string; message: string }

/** The errors of Postgres in an error: Prisma hands the error of its driver on inside of its own ones. */
export function* postgresFaults(error: unknown): Generator<PostgresFault> {
  for (let cause = error; cause instanceof Object; cause = innerOf(cause)) {
    const code = 'originalCode' in cause ? cause.originalCode : null
    const message = 'originalMessage' in cause ? String(cause.originalMessage) : ''
    if (typeof code === 'string') yield { code, message }
  }
}

function innerOf(error: object): unknown {
  if ('meta' in error && error.meta instanceof Object && 'driverAdapterError' in error.meta)
    return error.meta.driverAdapterError
  return 'cause' in error ? error.cause : null
}
