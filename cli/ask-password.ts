import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { randomToken } from '@/lib/crypto'

/** 20 letters and digits: more than anybody can guess. */
const BYTES = 15

type Chosen = { password: string; generated: boolean }

/** The password of the option, else one that is typed unseen, else (no terminal, or just Return) a new random one. */
export async function choosePassword(option: string | undefined): Promise<Chosen> {
  if (option !== undefined) return { password: option, generated: false }
  const typed = process.stdin.isTTY ? await askUnseen('Password (Return makes one): ') : ''
  return typed === ''
    ? { password: randomToken(BYTES), generated: true }
    : { password: typed, generated: false }
}

async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
