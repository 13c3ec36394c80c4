import {InputError} from './InputError.ts'

export interface LineLimits {
  /** Bytes of the file. */
  fileBytes: number
  /** Bytes of one line. */
  lineBytes: number
}

/**
 * Yields the text of each line of a UTF-8 file from a stranger, without its line break and without a byte order mark.
 * Never holds more than one line.
 *
 * @throws InputError if a limit is exceeded, and with the line if that is not UTF-8: a decoder would replace the bytes
 *   by U+FFFD, and nobody would notice
 */
export async function* linesOf(
  chunks: AsyncIterable<unknown>,
  {fileBytes, lineBytes}: LineLimits,
): AsyncGenerator<string> {
  const buffer = lineBuffer()
  let bytes = 0
  let line = 1
  const add = (part: Uint8Array) => {
    buffer.add(part)
    if (buffer.length() > lineBytes) throw tooLarge(`${lineBytes} bytes in one line`, line)
  }
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue
    bytes += chunk.length
    if (bytes > fileBytes) throw tooLarge(`${fileBytes} bytes`)
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end))
      yield decode(buffer.take(), line)
      line += 1
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  yield decode(buffer.take(), line)
}

function lineBuffer() {
  let parts: Uint8Array[] = []
  let length = 0
  return {
    length: () => length,
    add: (part: Uint8Array) => {
      length += part.length
      parts.push(part)
    },
    take: (): Uint8Array => {
      const [only] = parts
      const bytes = parts.length === 1 && only ? only : Buffer.concat(parts)
      parts = []
      length = 0
      return bytes
    },
  }
}

/** It leaves out a byte order mark, which editors on Windows write. */
const utf8 = new TextDecoder('utf-8', {fatal: true})

function decode(bytes: Uint8Array, line: number): string {
  try {
    return utf8.decode(bytes)
  } catch (cause) {
    throw new InputError('is not UTF-8. Save the file as UTF-8', {line, cause})
  }
}

function tooLarge(what: string, line?: number): InputError {
  const problem = `has more than ${what}, which is the limit. Split the file, or check where it comes from`
  return new InputError(problem, line === undefined ? {} : {line})
}
