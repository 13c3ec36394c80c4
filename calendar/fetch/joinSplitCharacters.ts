const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Removes folds in the middle of a UTF-8 sequence.
 *
 * RFC 5545 section 3.1 folds a line after 75 octets, without regard to characters, so some exporters
 * split them. The fold must go before the bytes are decoded. Other folds stay, so that the numbers of
 * lines in problems stay right.
 */
export function joinSplitCharacters(bytes: Uint8Array): Uint8Array {
  let joined: Uint8Array | undefined
  let length = 0
  let copied = 0
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    const isFold = isBlank(bytes[at + 1]) && isContinuation(bytes[at + 2])
    if (!isFold) continue
    let end = at
    while (bytes[end - 1] === carriageReturn) end--
    if (!isInsideSequence(bytes, end)) continue
    joined ??= new Uint8Array(bytes.length)
    joined.set(bytes.subarray(copied, end), length)
    length += end - copied
    copied = at + 2
  }
  if (!joined) return bytes
  joined.set(bytes.subarray(copied), length)
  return joined.subarray(0, length + bytes.length - copied)
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0
}

/** Returns whether the bytes before a position begin a sequence that goes on there. */
function isInsideSequence(bytes: Uint8Array, end: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[end - back] ?? 0
    if (isContinuation(byte)) continue
    return byte >= 0xc2 && lengthOf(byte) > back
  }
  return false
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}
