'use server'

import { submit } from '@/app/_http/submit'
import { ignoreFinding } from '@/domain/findings/commands'
import { checkPost } from '@/domain/findings/queries'
import { checkInput, ignoreInput } from '@/domain/findings/schema'
import { listLinksHere } from '@/domain/links/queries'
import type { Actor } from '@/domain/permissions'
import { actOnPosts } from '@/domain/posts/bulk'
import { undoBulk } from '@/domain/posts/bulk-undo'
import { compareChange as compareWithBefore } from '@/domain/posts/change-comparison'
import { cancelChange, moveChange, renewChange, scheduleChange } from '@/domain/posts/changes-ahead'
import { createPost, duplicatePost, savePost } from '@/domain/posts/commands'
import { getDeskState, getStateAsSaved } from '@/domain/posts/desk-post'
import { findDeskTitles } from '@/domain/posts/desk-titles'
import { findLinkTargets } from '@/domain/posts/link-targets'
import { pinPost } from '@/domain/posts/pin'
import { planPost } from '@/domain/posts/plan'
import { previewText } from '@/domain/posts/preview'
import {
  expirePost,
  publishPost,
  schedulePost,
  submitPost,
  unpublishPost,
  updatePost,
} from '@/domain/posts/publish'
import {
  actInput,
  bulkHandle,
  bulkInput,
  chosenPosts,
  ofChange,
  changeInput,
  createInput,
  expiryInput,
  linkSearch,
  moveChangeInput,
  pinInput,
  planInput,
  postId,
  previewInput,
  renewChangeInput,
  saveInput,
  scheduleInput,
  updateInput,
} from '@/domain/posts/schema'
import { deletePost, restorePost, trashPost } from '@/domain/posts/trash'

export async function create(input: unknown) {
  return submit(
    createInput,
    input,
    thenState((actor, { id, content }) => createPost(actor, content, { id })),
  )
}

export async function save(input: unknown) {
  return submit(saveInput, input, thenState(savePost))
}

export async function duplicate(id: unknown) {
  return submit(postId, id, thenState(duplicatePost))
}

export async function publish(input: unknown) {
  return submit(actInput, input, andState(publishPost))
}

export async function schedule(input: unknown) {
  return submit(scheduleInput, input, andState(schedulePost))
}

export async function update(input: unknown) {
  return submit(updateInput, input, andState(updatePost))
}

export async function changeLater(input: unknown) {
  return submit(changeInput, input, andState(scheduleChange))
}

export async function moveLaterChange(input: unknown) {
  return submit(moveChangeInput, input, andState(moveChange))
}

export async function renewLaterChange(input: unknown) {
  return submit(renewChangeInput, input, andState(renewChange))
}

export async function cancelLaterChange(input: unknown) {
  return submit(ofChange, input, andState(cancelChange))
}

export async function compareChange(input: unknown) {
  return submit(ofChange, input, compareWithBefore)
}

export async function plan(input: unknown) {
  return submit(planInput, input, andState(planPost))
}

export async function check(input: unknown) {
  return submit(checkInput, input, checkPost)
}

export async function ignore(input: unknown) {
  return submit(ignoreInput, input, ignoreFinding)
}

export async function linksHere(ids: unknown) {
  return submit(chosenPosts, ids, listLinksHere)
}

export async function submitForReview(input: unknown) {
  return submit(actInput, input, andState(submitPost))
}

export async function expire(input: unknown) {
  return submit(expiryInput, input, andState(expirePost))
}

export async function pin(input: unknown) {
  return submit(pinInput, input, andState(pinPost))
}

export async function unpublish(id: unknown) {
  return submit(postId, id, onId(unpublishPost))
}

export async function trash(id: unknown) {
  return submit(postId, id, onId(trashPost))
}

export async function restore(id: unknown) {
  return submit(postId, id, onId(restorePost))
}

export async function remove(id: unknown) {
  return submit(postId, id, deletePost)
}

export async function actOnMany(input: unknown) {
  return submit(bulkInput, input, actOnPosts)
}

export async function undoMany(handle: unknown) {
  return submit(bulkHandle, handle, undoBulk)
}

export async function findLinks(words: unknown) {
  return submit(linkSearch, words, findLinkTargets)
}

export async function findTitles(words: unknown) {
  return submit(linkSearch, words, findDeskTitles)
}

export async function preview(input: unknown) {
  return submit(previewInput, input, previewText)
}

function thenState<Input>(command: (actor: Actor, input: Input) => Promise<{ id: string; version: number }>) {
  return async (actor: Actor, input: Input) => getStateAsSaved(actor, await command(actor, input))
}

function andState<Input extends { id: string }>(command: (actor: Actor, input: Input) => Promise<void>) {
  return async (actor: Actor, input: Input) => {
    await command(actor, input)
    return getDeskState(actor, input.id)
  }
}

function onId(command: (actor: Actor, id: string) => Promise<void>) {
  return async (actor: Actor, id: string) => {
    await command(actor, id)
    return getDeskState(actor, id)
  }
}
