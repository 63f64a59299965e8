'use server'

import { z } from 'zod'
import { submit } from '@/app/_http/submit'
import { changeSettings } from '@/domain/settings/commands'
import { settingsInput } from '@/domain/settings/schema'
import { removeDemo as removeDemoPosts } from '@/domain/transfer/demo'

export async function change(input: unknown) {
  return submit(settingsInput, input, changeSettings)
}

export async function removeDemo() {
  return submit(z.null(), null, removeDemoPosts)
}
