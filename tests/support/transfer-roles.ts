import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { COMMAND_LINE, type SignedIn } from '@/domain/permissions'
import { findLastImport, getImport, listImports, listSources } from '@/domain/transfer/desk-imports'
import { cancelImport, discardImport, startImport, startUndo } from '@/domain/transfer/import-commands'
import { listReport } from '@/domain/transfer/import-lines'
import { importMarkdown, rehearseMarkdown } from '@/domain/transfer/import-markdown'
import { readSource } from '@/domain/transfer/read-source'
import { receiveImport } from '@/domain/transfer/receive-import'
import { runUnit } from '@/domain/transfer/run-unit'
import { undoUnit } from '@/domain/transfer/undo'
import { askUndo, describeUndo, undoImport } from '@/domain/transfer/undo-import'
import { findUnit, openImport, openRehearsal } from '@/domain/transfer/units'
import { folderWith } from '@/tests/support/folder'

const wish = async () => ({ root: await folderWith({ 'a.md': 'Text.' }), source: randomUUID() })
const opened = async () => openRehearsal(COMMAND_LINE, await wish())
const done = async () => (await importMarkdown(COMMAND_LINE, await wish())).id
const stopped = { isStopped: () => true }
const everything = { q: '', show: 'all', page: 1 } as const

async function rehearsed() {
  const id = await opened()
  await runUnit(id)
  return id
}

async function receive(actor: SignedIn) {
  const body = Readable.from([Buffer.from(randomUUID())])
  return receiveImport(actor, { fileName: 'a.md', source: randomUUID(), length: 36, body })
}

/** What comes in is for owners alone. */
export const ON_TRANSFERS: [string, 'o', (actor: SignedIn) => Promise<unknown>][] = [
  ['importMarkdown', 'o', async (actor) => importMarkdown(actor, await wish())],
  ['rehearseMarkdown', 'o', async (actor) => rehearseMarkdown(actor, await wish())],
  ['openImport', 'o', async (actor) => openImport(actor, await wish())],
  ['openRehearsal', 'o', async (actor) => openRehearsal(actor, await wish())],
  ['receiveImport', 'o', receive],
  ['listImports', 'o', listImports],
  ['listSources', 'o', listSources],
  ['findLastImport', 'o', (actor) => findLastImport(actor, null)],
  ['getImport', 'o', async (actor) => getImport(actor, await opened())],
  ['listReport', 'o', async (actor) => listReport(actor, { ...everything, id: await opened() })],
  ['startImport', 'o', async (actor) => startImport(actor, await rehearsed())],
  ['cancelImport', 'o', async (actor) => cancelImport(actor, await opened())],
  ['discardImport', 'o', async (actor) => discardImport(actor, await rehearsed())],
  ['readSource', 'o', async (actor) => readSource(actor, await findUnit(await opened()), stopped)],
  ['describeUndo', 'o', async (actor) => describeUndo(actor, await done())],
  ['askUndo', 'o', async (actor) => askUndo(actor, { id: await done(), edited: false })],
  ['startUndo', 'o', async (actor) => startUndo(actor, { id: await done(), edited: false })],
  ['undoImport', 'o', async (actor) => undoImport(actor, { id: await done(), edited: false })],
  ['undoUnit', 'o', async (actor) => undoUnit(actor, await findUnit(await done()), stopped)],
]
