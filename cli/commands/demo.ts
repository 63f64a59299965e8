import { type Command, onDatabase } from '@/cli/command'
import { COMMAND_LINE } from '@/domain/permissions'
import { Refusal } from '@/lib/errors'

export const demo: Command = {
  usage: ['remove'],
  run: async ([action, ...more]) => {
    if (action !== 'remove' || more.length > 0) throw new Refusal('invalid', 'Say: demo remove.')
    await onDatabase('demo remove', async () => {
      const { removeDemo } = await import('@/domain/transfer/demo')
      const count = await removeDemo(COMMAND_LINE)
      console.log(
        count === 0
          ? 'There was no demo to remove.'
          : `The demo is removed: ${count} posts and their pictures.`,
      )
    })
  },
}
