import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { z } from 'zod'
import { Refusal } from '@/lib/errors'

/** One word after `octavo`. `usage` has a line for each way to call it, without the word itself. */
export type Command = { usage: string[]; run: (args: string[]) => Promise<void> }

/** The arguments as Node parses them; refuses what is not among `options`. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Refusal('invalid', error instanceof Error ? error.message : String(error))
  }
}

/** What the schema makes of the input; refuses with the first thing that is wrong. */
export function accept<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Refusal(
    'invalid',
    parsed.error.issues[0]?.message ?? 'Something in these arguments is not right.',
  )
}

/** Runs `work` on the database of this blog, whether its server runs or not. What touches the database is loaded inside. */
export async function onDatabase(purpose: string, work: () => Promise<void>): Promise<void> {
  const { withDatabase } = await import('@/server/attach')
  await withDatabase(`octavo ${purpose}`, work)
}
