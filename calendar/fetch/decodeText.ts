/**
 * Decodes iCalendar text.
 *
 * The text is UTF-8 (RFC 5545 section 3.1.4) unless its Content-Type names another charset. An unknown
 * charset is read as UTF-8. Invalid bytes become U+FFFD, because one bad character must not cost the
 * whole calendar.
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
