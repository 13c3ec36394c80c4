/** Bytes of all texts together. About 35 kB of them are left after compression. */
const maxBytes = 90_000

/** Bytes of one text. */
const maxTextBytes = 600

/**
 * Cuts texts so that all of them together stay below a size: the longest first, each to the same length. So
 * the index of a small community has every word, and the index of a large one still loads quickly.
 *
 * @example shareText(['short', 'a much longer text'], 12) // ['short', 'a much']
 */
export function shareText(texts: readonly string[], budget = maxBytes): string[] {
  const share = Math.min(maxTextBytes, shareOf(texts.map(bytesOf), budget))
  return texts.map((text) => cut(text, share))
}

/** Returns the largest length to which all can be cut without exceeding the budget. */
function shareOf(lengths: readonly number[], budget: number): number {
  let [left, share] = [budget, Infinity]
  for (const [index, length] of lengths.toSorted((a, b) => a - b).entries()) {
    share = Math.floor(left / (lengths.length - index))
    if (length > share) return share
    left -= length
  }
  return Infinity
}

/** Cuts between words where there are spaces. */
function cut(text: string, bytes: number): string {
  if (bytesOf(text) <= bytes) return text
  let [end, size] = [0, 0]
  for (const sign of text) {
    size += bytesOf(sign)
    if (size > bytes) break
    end += sign.length
  }
  const part = text.slice(0, end)
  return part.replace(/\s+\S*$/u, '')
}

/** Returns the length in UTF-8. A sign of Chinese compresses to about as much as three Latin letters. */
function bytesOf(text: string): number {
  return encoder.encode(text).length
}

const encoder = new TextEncoder()
