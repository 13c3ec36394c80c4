/** Bytes of a chunk. The last text of a chunk may exceed them. */
const chunkBytes = 1_000_000

/**
 * Returns a body that is made while the client reads it. A client that reads slowly does not keep all of it
 * in memory, and between two chunks, the lake serves other requests.
 */
export function inChunks(texts: Iterator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk: Uint8Array[] = []
        for (let bytes = 0; bytes < chunkBytes;) {
          const {value, done} = texts.next()
          if (done) break
          const part = Buffer.from(value)
          chunk.push(part)
          bytes += part.byteLength
        }
        if (chunk.length === 0) controller.close()
        else controller.enqueue(Buffer.concat(chunk))
      },
    },
    {highWaterMark: 0},
  )
}
