const PATIENCE_MS = 10_000

type Letter = { headers: Record<string, string>; body: string }

/**
 * Posts to an address that the owner configured and waits up to 10 s for a 2xx, or throws a sentence without the address, which
 * may hold a secret. A redirect is an answer like any other: nothing is sent to a place that nobody named.
 */
export async function post(url: string, { headers, body }: Letter): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'user-agent': 'Octavo', ...headers },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new Error(reasonOf(error), { cause: error })
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`The receiver answered ${answer.status}.`)
}

/** Node says "fetch failed", and why only inside. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The receiver cannot be reached.'
  if (error.name === 'TimeoutError') return `The receiver did not answer within ${PATIENCE_MS / 1_000} s.`
  const inside = error.cause
  const code = inside instanceof Error && 'code' in inside ? ` (${String(inside.code)})` : ''
  return `The receiver cannot be reached${code}.`
}
