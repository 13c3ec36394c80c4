import {plainText} from '@touchpoints/calendar/plain-text'

import {isObject} from './path.ts'

// Invisible characters in which a client encodes the source of a string, at least four in a row. A
// single one can be part of a Persian word or of an emoji.
const hidden = /(?:\u200b|\u200c|\u200d|[\u2060-\u2064\ufeff]|[\u{1d173}-\u{1d17a}]){4,}/gu

// A text without a code unit that can be part of what is removed. The exact expressions, with their properties
// and code points, take three times as long, and nearly every text is like this.
const plain =
  /^[\t\n\r -~\u00a0-\u200a\u200e-\u2029\u202f-\u205f\u206a-\ud833\ud835-\ufefe\uff00-\uffff]*$/

/**
 * Removes what a text must not contain from every string of a query result. This is the door for the
 * texts of content.
 *
 * - A client with `stega` adds invisible characters. They break comparisons, dates and links, and edit
 *   attributes don't need them. The loader turns `stega` off, so most results have none.
 * - `plainText` removes control characters and bidirectional controls, which editors paste unseen.
 *
 * Results without any are returned without a copy.
 */
export function cleanText(value: unknown): unknown {
  return isClean(value) ? value : cleaned(value)
}

function isClean(value: unknown): boolean {
  if (typeof value === 'string') return cleanString(value) === value
  if (!isObject(value)) return true
  for (const key in value) if (!isClean(value[key])) return false
  return true
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanString(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)]))
}

/** Removes what a text must not contain from one string. */
export function cleanString(text: string): string {
  if (plain.test(text)) return text
  return plainText(text.search(hidden) < 0 ? text : text.replace(hidden, ''))
}
