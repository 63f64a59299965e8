import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import { codeOf } from './error-code'

/** Raised whenever an older Octavo could no longer read the folder. */
const FORMAT = 1
const NEEDED_MEGABYTES = 200

const secretsSchema = z.object({ postgresPassword: z.string().min(1), authSecret: z.string().min(32) })
export type Secrets = z.infer<typeof secretsSchema>

/** Creates the folder when it is missing; refuses one that a newer Octavo wrote or that cannot be written. */
export async function openDataFolder(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir)
    await checkFormat(dataDir)
  } catch (error) {
    throw explainStorage(error, dataDir)
  }
}

/** Refuses when too little is free for a first start; a running blog needs less, so only the first start asks. */
export async function checkFreeSpace(dataDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = Math.floor((bavail * bsize) / 1024 / 1024)
  if (free >= NEEDED_MEGABYTES) return
  throw new Refusal(
    'storage-full',
    `The disk of the data folder ${dataDir} has ${free} MB left; Octavo needs ${NEEDED_MEGABYTES} MB to begin.`,
  )
}

/** Generated once, readable by the owner only. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  const text = await readText(file)
  if (text !== null) return parseSecrets(file, text)
  const secrets = {
    postgresPassword: randomBytes(24).toString('base64url'),
    authSecret: randomBytes(48).toString('base64url'),
  }
  try {
    await writeWhole(file, JSON.stringify(secrets, null, 2))
  } catch (error) {
    throw explainStorage(error, dataDir)
  }
  return secrets
}

/** A full or read-only disk becomes a sentence; anything else stays what it is. */
export function explainStorage(error: unknown, dataDir: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal('storage-full', `The disk of the data folder ${dataDir} is full.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return unwritable(dataDir)
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new Refusal('invalid', `The data folder ${dataDir} is not a folder.`)
  return error
}

async function makeFolder(dataDir: string) {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    // What Node says of a folder to be made on a read-only disk.
    throw codeOf(error) === 'ENOENT' ? unwritable(dataDir) : error
  }
}

function unwritable(dataDir: string): Refusal {
  return new Refusal('forbidden', `The data folder ${dataDir} cannot be written by this user.`)
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.draft`
  await writeFile(draft, `${text}\n`, { mode: 0o600, flush: true })
  await rename(draft, file)
}

async function checkFormat(dataDir: string) {
  const file = join(dataDir, 'format')
  const text = await readText(file)
  if (text === null) return writeWhole(file, String(FORMAT))
  const found = Number(text)
  if (Number.isInteger(found) && found <= FORMAT) return
  throw new Refusal(
    'unsupported',
    `The data folder ${dataDir} was written by a newer Octavo (format ${text.trim()}, this one knows ${FORMAT}). Nothing was changed; start the newer version.`,
  )
}

function parseSecrets(file: string, text: string): Secrets {
  try {
    return secretsSchema.parse(JSON.parse(text))
  } catch {
    throw new Refusal(
      'invalid',
      `${file} is damaged. Put back a copy of it: it holds the database's password.`,
    )
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
