import { Client } from 'pg'

/** Creates a database on the server of `url`, empty or as a copy of `template`, and returns its address. */
export async function createDatabase(url: string, { name, template }: { name: string; template?: string }) {
  const maintenance = withDatabase(url, 'postgres')
  const client = new Client({ connectionString: maintenance })
  await client.connect()
  try {
    const copy = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`)
  } finally {
    await client.end()
  }
  return withDatabase(url, name)
}

export function databaseOf(url: string) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function withDatabase(url: string, name: string) {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(name)}`
  return address.href
}
