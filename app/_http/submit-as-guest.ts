import { headers } from 'next/headers'
import type { z } from 'zod'
import { clientAddress } from '@/app/_http/client-address'
import { refusedBy } from '@/app/_http/refused'
import { fieldsOf } from '@/app/_http/submit'
import type { Answer } from '@/lib/answer'

/** The way of the few forms that nobody is signed in for. The command hears the address it came from, to count tries. */
export async function submitAsGuest<Input, Value>(
  schema: z.ZodType<Input>,
  form: unknown,
  command: (input: Input & { address: string }) => Promise<Value>,
): Promise<Answer<Value>> {
  try {
    const input = schema.parse(fieldsOf(form))
    return { ok: true, value: await command({ ...input, address: clientAddress(await headers()) }) }
  } catch (error) {
    return refusedBy(error)
  }
}
