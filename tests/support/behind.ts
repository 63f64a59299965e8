/**
 * Does something to the blog of the browser tests through the domain, behind the running server's back, as the command line does.
 * What touches the database is imported inside `work`.
 */
export async function behindTheServer<Result>(work: () => Promise<Result>): Promise<Result> {
  process.env.DATA_DIR = process.env.OCTAVO_TEST_DATA ?? ''
  const { withDatabase } = await import('@/server/attach')
  return withDatabase('a journey', work)
}
