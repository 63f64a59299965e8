import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { randomToken } from '@/lib/crypto'
import { Interruption } from '@/server/signals'

/** 20 letters and digits: more than anybody can guess. */
const BYTES = 15

type Chosen = { password: string; generated: boolean }

/** The password of the option, else one that is typed unseen, else (no terminal, or just Return) a new random one. */
export async function choosePassword(option: string | undefined): Promise<Chosen> {
  if (option !== undefined) return { password: option, generated: false }
  const here = { input: process.stdin, output: process.stderr }
  const typed = process.stdin.isTTY ? await askUnseen('Password (Return makes one): ', here) : ''
  return typed === ''
    ? { password: randomToken(BYTES), generated: true }
    : { password: typed, generated: false }
}

type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream }

/** Ends with an `Interruption` on Ctrl-C and Ctrl-D: while the terminal is raw they are keys like others and no signal comes. */
export async function askUnseen(question: string, { input, output }: Terminal): Promise<string> {
  output.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input, output: nowhere, terminal: true })
  try {
    return await new Promise((answer, fail) => {
      terminal.once('close', () => fail(new Interruption()))
      terminal.question('', answer)
    })
  } finally {
    terminal.close()
    output.write('\n')
  }
}
