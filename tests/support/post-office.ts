import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A real mail server that keeps what it is handed. `next` waits for the next letter. */
export async function openPostOffice() {
  const letters: ParsedMail[] = []
  let wake = Promise.withResolvers<void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((letter) => {
        letters.push(letter)
        wake.resolve()
        wake = Promise.withResolvers()
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The post office has no port.')

  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    next: async () => {
      while (letters.length === 0) await wake.promise
      const letter = letters.shift()
      if (letter === undefined) throw new Error('There is no letter.')
      return letter
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
