import type { Command } from '@/cli/command'
import { demo } from '@/cli/commands/demo'
import { exportBlog } from '@/cli/commands/export'
import { importFolder } from '@/cli/commands/import'
import { user } from '@/cli/commands/user'
import { Refusal } from '@/lib/errors'

const COMMANDS: Record<string, Command> = { import: importFolder, export: exportBlog, user, demo }

/** Finds the command by its first word and runs it with the rest; explains itself when there is none. */
export async function runCommand([word = 'help', ...args]: string[]): Promise<void> {
  if (word === 'help' || word === '--help' || word === '-h')
    return console.log(usageOf(Object.entries(COMMANDS)))
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (command === undefined)
    throw new Refusal('invalid', `There is no command "${word}". Known: ${Object.keys(COMMANDS).join(', ')}.`)
  if (args.includes('--help') || args.includes('-h')) return console.log(usageOf([[word, command]]))
  await command.run(args)
}

function usageOf(commands: [string, Command][]): string {
  const lines = commands.flatMap(([word, { usage }]) => usage.map((rest) => `  octavo ${word} ${rest}`))
  return ['Usage:', ...lines].join('\n')
}
