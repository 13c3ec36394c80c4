/**
 * Joins folded lines (RFC 5545 section 3.1): a line break followed by one space or tab is removed.
 * Exporters that fold in the middle of a UTF-8 sequence cannot be helped here: their text was
 * broken when the bytes were decoded.
 */
export function unfold(text: string): string {
  return text.includes('\n') ? text.replaceAll(/\r*\n[ \t]/g, '') : text
}
