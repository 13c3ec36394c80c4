/**
 * Joins folded lines (RFC 5545 section 3.1) by removing a line break and the one space or tab after it.
 *
 * Text from exporters that fold in the middle of a UTF-8 sequence cannot be restored: it was damaged
 * when the bytes were decoded.
 */
export function unfold(text: string): string {
  return text.includes('\n') ? text.replaceAll(/\r*\n[ \t]/g, '') : text
}
