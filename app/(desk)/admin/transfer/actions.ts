'use server'

import { z } from 'zod'
import { submit } from '@/app/_http/submit'
import { getImport } from '@/domain/transfer/desk-imports'
import { cancelImport, discardImport, startImport, startUndo } from '@/domain/transfer/import-commands'
import { importId, importUndo } from '@/domain/transfer/import-schema'
import { describeUndo } from '@/domain/transfer/undo-import'

export async function look(id: unknown) {
  return submit(importId, id, getImport)
}

export async function start(id: unknown) {
  return submit(importId, id, startImport)
}

export async function cancel(id: unknown) {
  return submit(importId, id, cancelImport)
}

export async function discard(id: unknown) {
  return submit(importId, id, discardImport)
}

export async function planUndo(id: unknown) {
  return submit(z.tuple([importId]), [id], (actor, [of]) => describeUndo(actor, of))
}

export async function undo(input: unknown) {
  return submit(importUndo, input, startUndo)
}
