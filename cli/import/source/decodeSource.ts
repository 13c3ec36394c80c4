/** The text of a file, or why it has none. */
export type Decoded = {kind: 'text'; text: string} | {kind: 'refused'; why: string}

const utf8 = new TextDecoder('utf-8', {fatal: true})

/**
 * Decodes a text file: UTF-8, or UTF-16 with its mark. Lines end with `\n` in the result.
 *
 * Other encodings are refused, because a guess turns names into other names.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  const encoding = utf16Of(bytes)
  if (encoding === undefined && bytes.subarray(0, 8192).includes(0)) {
    return {kind: 'refused', why: 'It is a binary file.'}
  }
  try {
    const decoder = encoding === undefined ? utf8 : new TextDecoder(encoding, {fatal: true})
    return {kind: 'text', text: decoder.decode(bytes).replaceAll(/\r\n?/g, '\n')}
  } catch {
    return {kind: 'refused', why: 'It is not UTF-8. Save the file as UTF-8.'}
  }
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}
