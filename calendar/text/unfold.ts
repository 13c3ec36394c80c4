/**
 * Joins folded lines (RFC 5545 section 3.1) by removing a line break and the one space or tab after it.
 *
 * A fold in the middle of a UTF-8 sequence must be removed from the bytes, before they are decoded:
 * `joinSplitCharacters` of `@touchpoints/calendar/fetch` does that.
 */
export function unfold(text: string): string {
  return text.includes('\n') ? text.replaceAll(/\r*\n[ \t]/g, '') : text
}
