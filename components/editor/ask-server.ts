import type { Answer } from '@/lib/answer'

/** Asks the server; a connection that fails is an answer too, so that no text hangs on it. */
export async function askServer<Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await ask()
  } catch (error) {
    const sentence = navigator.onLine
      ? 'the server did not answer as it should. Your text is kept on this device.'
      : 'this device is offline. Your text is kept on it.'
    reportError(error)
    return { ok: false, code: 'unavailable', sentence }
  }
}
