'use server'

import { submit } from '@/app/_http/submit'
import { changeTag, deleteTag, mergeTags } from '@/domain/tags/commands'
import { tagChange, tagMerge, tagRemoval } from '@/domain/tags/schema'

export async function change(input: unknown) {
  return submit(tagChange, input, changeTag)
}

export async function merge(input: unknown) {
  return submit(tagMerge, input, mergeTags)
}

export async function remove(id: unknown) {
  return submit(tagRemoval, id, deleteTag)
}
