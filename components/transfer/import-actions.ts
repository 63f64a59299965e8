import type { DeskImport } from '@/domain/transfer/desk-imports'
import type { UndoPlan } from '@/domain/transfer/undo-import'
import type { Answer } from '@/lib/answer'

export type ImportActions = {
  look(id: string): Promise<Answer<DeskImport>>
  start(id: string): Promise<Answer<void>>
  cancel(id: string): Promise<Answer<void>>
  discard(id: string): Promise<Answer<void>>
  planUndo(id: string): Promise<Answer<UndoPlan>>
  undo(input: { id: string; edited: boolean }): Promise<Answer<void>>
}
