import { PassThrough, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { askUnseen } from '@/cli/ask-password'
import { Interruption } from '@/server/signals'

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

test('a password that is typed is answered and never shown', async () => {
  const terminal = openTerminal()
  const asked = askUnseen('Password: ', terminal)
  terminal.input.write('quiet marble engine\r')
  expect(await asked).toBe('quiet marble engine')
  expect(terminal.shown()).toBe('Password: \n')
  expect(terminal.isRaw()).toBe(false)
})

test.each([
  ['Ctrl-C', CTRL_C],
  ['Ctrl-C in the middle of a word', `quiet${CTRL_C}`],
  ['the end of the input', CTRL_D],
])('%s at the prompt for a password ends the command and gives the terminal back', async (_case, keys) => {
  const terminal = openTerminal()
  const asked = askUnseen('Password: ', terminal)
  expect(terminal.isRaw()).toBe(true)
  terminal.input.write(keys)
  await expect(asked).rejects.toBeInstanceOf(Interruption)
  expect(terminal.isRaw()).toBe(false)
})

/** What readline sees of a terminal: keys come unprepared while it is raw. */
function openTerminal() {
  let raw = false
  let shown = ''
  const input = Object.assign(new PassThrough(), { setRawMode: (mode: boolean) => void (raw = mode) })
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      shown += String(chunk)
      done()
    },
  })
  return { input, output, isRaw: () => raw, shown: () => shown }
}
