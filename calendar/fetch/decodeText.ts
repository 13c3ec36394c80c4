/**
 * iCalendar text is UTF-8 (RFC 5545 section 3.1.4) unless its Content-Type names another charset. An
 * unknown name counts as UTF-8, and bytes that are none become U+FFFD: one odd letter must not cost
 * the calendar.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8'
  return decoderOf(charset).decode(bytes)
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
