import {joinSplitCharacters} from './joinSplitCharacters.ts'

/**
 * Decodes the bytes of an iCalendar file.
 *
 * The text is UTF-8 (RFC 5545 section 3.1.4) unless its Content-Type names another charset. A byte order
 * mark comes before the header (https://encoding.spec.whatwg.org/#decode). Servers and files are often
 * wrong about it, so these are read too:
 * - UTF-16 without a mark or a header, known by its zero bytes, and UTF-8 under a header of UTF-16.
 * - A fold in the middle of a UTF-8 sequence (section 3.1 folds octets).
 * - Text that is not UTF-8 and has no charset: Windows-1252, which contains Latin-1.
 *
 * A single invalid byte in UTF-8 becomes U+FFFD, because it must not cost the whole calendar.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const named = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1]
  const encoding = markOf(bytes) ?? widthOf(bytes) ?? charsetOf(named)
  if (encoding !== undefined && encoding !== 'utf-8' && !isMistaken(encoding, bytes)) {
    return new TextDecoder(encoding).decode(bytes)
  }
  return fromUtf8(joinSplitCharacters(bytes))
}

function fromUtf8(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  if (!text.includes('\uFFFD')) return text
  // A text with other characters beyond ASCII is UTF-8 with some damage.
  const isUtf8 = /[^\0-\x7F\uFFFD]/.test(text)
  return isUtf8 ? text : new TextDecoder('windows-1252').decode(bytes)
}

/** Returns the encoding that a byte order mark names. */
function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** Recognizes UTF-16 by the zero byte in each of the first letters, which are ASCII in a calendar. */
function widthOf([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first && second === 0 && third && fourth === 0) return 'utf-16le'
  if (first === 0 && second && third === 0 && fourth) return 'utf-16be'
  return undefined
}

/** Returns the encoding with this label, or undefined for an unknown one. */
function charsetOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** UTF-16 has a zero byte in its first letter, or a mark, and both were checked before. */
function isMistaken(encoding: string, bytes: Uint8Array): boolean {
  return encoding.startsWith('utf-16') && !bytes.subarray(0, 4).includes(0) && !markOf(bytes)
}
