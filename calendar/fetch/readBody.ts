/** The bytes of a body, or `too-large`. Nothing beyond the limit is read. */
export type Body = {kind: 'bytes'; bytes: Uint8Array} | {kind: 'too-large'}

export async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<Body> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    // Leaving the loop cancels the stream, and with it the download and its decompression.
    if (length > limit) return {kind: 'too-large'}
    chunks.push(chunk)
  }
  return {kind: 'bytes', bytes: joined(chunks, length)}
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
