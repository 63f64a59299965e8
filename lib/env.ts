import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './errors'
import { localUrl } from './site-url'

const unset = (value: unknown) => (value === '' ? undefined : value)
const text = z.preprocess(unset, z.string().trim().optional())
const whole = (from: number, to: number, otherwise: number) =>
  z.preprocess(unset, z.coerce.number().int().min(from).max(to).default(otherwise))
const address = (protocols: RegExp) =>
  z.preprocess(unset, z.url({ protocol: protocols, hostname: /.*/ }).optional())

const schema = z.object({
  PORT: whole(1, 65_535, 3000),
  HOST: text,
  SITE_URL: address(/^https?$/),
  DATABASE_URL: address(/^postgres(ql)?$/),
  DATA_DIR: text,
  ADMIN_EMAIL: z.preprocess(unset, z.email().optional()),
  ADMIN_PASSWORD: z.preprocess(unset, z.string().optional()),
  DEMO: z.preprocess(unset, z.enum(['0', '1']).default('1')),
  SMTP_URL: address(/^smtps?$/),
  WEBHOOK_URL: address(/^https?$/),
  WEBHOOK_SECRET: text,
  WEBSUB_HUB: address(/^https?$/),
  TRUST_PROXY: whole(0, 10, 0),
})

const EXPECTED: Record<keyof z.infer<typeof schema>, string> = {
  PORT: 'a number from 1 to 65535',
  HOST: 'an address to listen on, like 127.0.0.1',
  SITE_URL: 'an address like https://blog.example.com',
  DATABASE_URL: 'an address like postgres://user:password@host:5432/database',
  DATA_DIR: 'a folder',
  ADMIN_EMAIL: 'an e-mail address',
  ADMIN_PASSWORD: 'a password',
  DEMO: '0 or 1',
  SMTP_URL: 'an address like smtp://user:password@host:587',
  WEBHOOK_URL: 'an address like https://hooks.example.com/octavo',
  WEBHOOK_SECRET: 'a secret that the receiver knows too',
  WEBSUB_HUB: 'an address like https://hub.example.com/',
  TRUST_PROXY: 'a number of proxies from 0 to 10',
}

export type Env = {
  port: number
  host: string
  /** Without a slash at the end. */
  siteUrl: string
  /** What the owner set; `null` means the built-in Postgres. The database in use is `process.env.DATABASE_URL`. */
  databaseUrl: string | null
  /** Absolute. */
  dataDir: string
  adminEmail: string | null
  adminPassword: string | null
  demo: boolean
  smtpUrl: string | null
  /** How many proxies in front of the server are believed. */
  trustProxy: number
}

/** Refuses (`invalid`) with one sentence that names the first bad value; secrets are not repeated in it. */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = schema.safeParse(source)
  if (!parsed.success) throw refusalOf(parsed.error.issues[0]?.path[0], source)
  const values = parsed.data
  if ((values.ADMIN_EMAIL === undefined) !== (values.ADMIN_PASSWORD === undefined))
    throw new Refusal('invalid', 'ADMIN_EMAIL and ADMIN_PASSWORD belong together: set both or neither.')
  return {
    port: values.PORT,
    host: values.HOST ?? '127.0.0.1',
    siteUrl: (values.SITE_URL ?? localUrl(values.HOST ?? '', values.PORT)).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: resolve(values.DATA_DIR ?? join(process.cwd(), 'data')),
    adminEmail: values.ADMIN_EMAIL ?? null,
    adminPassword: values.ADMIN_PASSWORD ?? null,
    demo: values.DEMO === '1',
    smtpUrl: values.SMTP_URL ?? null,
    trustProxy: values.TRUST_PROXY,
  }
}

function refusalOf(name: PropertyKey | undefined, source: NodeJS.ProcessEnv): Refusal {
  const key = schema.keyof().parse(name)
  const shown = /URL|PASSWORD|SECRET|HUB/.test(key) ? '' : `, not "${source[key]}"`
  return new Refusal('invalid', `${key} must be ${EXPECTED[key]}${shown}.`, { field: key })
}

export const env: Env = parseEnv(process.env)
