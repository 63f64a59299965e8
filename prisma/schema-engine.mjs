#!/usr/bin/env node
// Prisma's CLI downloads its schema engine from a host of its own, which closed networks do not reach. The same engine
// is published on npm as WebAssembly; this executable speaks the downloaded one's protocol (JSON-RPC, one message a
// line) in front of it. Prisma is pointed here by PRISMA_SCHEMA_ENGINE_BINARY.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import { connectionFactory, createDatabase, probeDatabase, takeTurn } from './schema-engine-connection.mjs'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean', short: 'V' },
  },
})

const databaseUrl = flags.datasource ? JSON.parse(flags.datasource).url : process.env.DATABASE_URL

// The engine reports its panics here, then traps, mostly out of reach of the caller: exit code 101 is the protocol's word for it.
const panics = {
  set_message(message) {
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message } })}\n`, () =>
      process.exit(101),
    )
  },
}
process.on('uncaughtException', (error) => {
  if (!(error instanceof WebAssembly.RuntimeError)) throw error
})

if (flags.version)
  console.log(`schema-engine-wasm ${createRequire(import.meta.url)('prisma/package.json').version}`)
else if (positionals[0] === 'cli') await runCommand(positionals[1])
else await answerRequests()

/** `cli can-connect-to-database` and `cli create-database`: success is exit 0, a failure is one logged line and exit 1. */
async function runCommand(command) {
  const commands = { 'can-connect-to-database': probeDatabase, 'create-database': createDatabase }
  const failure = await commands[command](databaseUrl)
  if (!failure) return
  // The CLI drops the first line of stderr and parses the others.
  console.error(JSON.stringify({ level: 'INFO', target: 'schema_engine', fields: { message: command } }))
  process.stderr.write(JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields: failure }))
  process.exitCode = 1
}

async function answerRequests() {
  let engine
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line)
    if (!request.method) continue
    engine ??= await startEngine()
    send(await answer(engine, request))
  }
  process.exit(0)
}

async function answer({ engine, errors }, { id, method, params }) {
  try {
    if (method === 'applyMigrations') await takeTurn(databaseUrl)
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params)
    if (method === 'diff' && result.stdout)
      send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } })
    return { id, result: result ?? null }
  } catch (error) {
    return { id, error: describe(error, errors) }
  }
}

/** The engine's errors carry a code and a message for people; what a driver threw waits in the adapter's registry. */
function describe(error, errors) {
  const driver = /external error \(?#?(\d+)/i.exec(error.message)
  const cause = driver ? errors.consumeError(Number(driver[1]))?.error : undefined
  const message = cause?.message ?? error.message
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: {
      is_panic: false,
      message,
      meta: error.meta ?? null,
      error_code: error.code ?? null,
      error: { message },
    },
  }
}

async function startEngine() {
  await loadWasm()
  const datamodels = flags.datamodels && (await Promise.all(flags.datamodels.map(readDatamodel)))
  const adapter = bindMigrationAwareSqlAdapterFactory(connectionFactory(databaseUrl))
  const engine = await wasm.SchemaEngine.new({ datamodels }, () => {}, adapter)
  return { engine, errors: adapter.errorRegistry }
}

async function readDatamodel(file) {
  return [file, await readFile(resolve(file), 'utf8')]
}

/** By hand, because Node does not import `.wasm` files as the package's own entry expects. */
async function loadWasm() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = panics
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = await WebAssembly.compile(await readFile(file.replace(/\.js$/, '.wasm')))
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': wasm })
  wasm.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
