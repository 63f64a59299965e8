import type { Answer } from '@/lib/answer'

/** Asks the server; a connection that fails is an answer too, so that no text hangs on it. */
export async function askServer<Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await ask()
  } catch (error) {
    const sentence = navigator.onLine ? 'the server did not answer.' : 'this device is offline.'
    reportError(error)
    return { ok: false, code: 'unavailable', sentence }
  }
}
