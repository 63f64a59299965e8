'use server'

import { submit } from '@/app/_http/submit'
import { describeMedia, removeMedia } from '@/domain/media/commands'
import { countUses, listMedia } from '@/domain/media/library'
import { mediaDescription, mediaId, mediaPage } from '@/domain/media/schema'

export async function describe(input: unknown) {
  return submit(mediaDescription, input, describeMedia)
}

export async function list(page: unknown) {
  return submit(mediaPage, page, listMedia)
}

export async function uses(id: unknown) {
  return submit(mediaId, id, countUses)
}

export async function remove(id: unknown) {
  return submit(mediaId, id, removeMedia)
}
