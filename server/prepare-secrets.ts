import { env } from '@/lib/env'
import { readSecrets } from './data-folder'

/** next-auth takes both from the environment; several instances on one database share a secret by setting it. */
export async function prepareSecrets(): Promise<void> {
  const { authSecret } = await readSecrets(env.dataDir)
  process.env.NEXTAUTH_SECRET ||= authSecret
  process.env.NEXTAUTH_URL = env.siteUrl
}
