import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const OWNER = { email: 'owner@example.org', password: 'correct horse battery staple' }

/**
 * Where the server of the browser tests listens and what it is told. Playwright reads its configuration again in
 * every worker, so the first answer is kept in the environment, which the workers inherit.
 */
export async function prepareServer() {
  const port = (process.env.OCTAVO_TEST_PORT ??= String(await freePort()))
  const dataDir = (process.env.OCTAVO_TEST_DATA ??= await mkdtemp(join(tmpdir(), 'octavo-e2e-')))
  const url = `http://127.0.0.1:${port}`
  const env = {
    PORT: port,
    HOST: '127.0.0.1',
    SITE_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    SMTP_URL: '',
    TRUST_PROXY: '0',
    DEMO: '1',
    ADMIN_EMAIL: OWNER.email,
    ADMIN_PASSWORD: OWNER.password,
    NODE_ENV: 'production' as const,
  }
  return { url, env }
}

/** A port that nobody listened on a moment ago. */
export function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('The probe has no port.'))
        else resolve(address.port)
      })
    })
  })
}
