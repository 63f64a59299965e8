import type { Readable } from 'node:stream'

/** The bytes of a stream of Node as a `Response` takes them: read as fast as they are taken, and ended when nobody takes them. */
export function webStreamOf(readable: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<unknown> = readable[Symbol.asyncIterator]()
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const next: IteratorResult<unknown, unknown> = await chunks.next()
      if (next.value instanceof Uint8Array) controller.enqueue(next.value)
      if (next.done === true) controller.close()
    },
    cancel: () => void readable.destroy(),
  }
  return new ReadableStream(source, { highWaterMark: 0 })
}
