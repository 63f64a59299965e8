import { createServer } from 'node:net'
import { Refusal } from '@/lib/errors'
import { codeOf } from './error-code'

/** Asked early, so that nobody waits for a build to learn it. */
export async function checkPortFree(host: string, port: number): Promise<void> {
  try {
    await listenOnce(host, port)
  } catch (error) {
    throw explain(error, host, port)
  }
}

/** Also for the server itself, should the port be taken in between. */
export function explain(error: unknown, host: string, port: number): unknown {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return new Refusal(
      'conflict',
      `Port ${port} is in use by another program. Choose another: PORT=${port + 1} npm start`,
    )
  if (code === 'EACCES')
    return new Refusal('invalid', `This user may not listen on port ${port}; choose one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new Refusal('invalid', `HOST must be an address of this machine, not "${host}".`)
  return error
}

function listenOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
