// The characters in which a client hides where a string came from, at least four in a row: a single
// one is a part of words in Persian or of an emoji.
const hidden = /(?:\u200b|\u200c|\u200d|[\u2060-\u2064\ufeff]|[\u{1d173}-\u{1d17a}]){4,}/gu

/**
 * The same answer without the invisible characters that a client set to `stega` puts into strings.
 * They would break every comparison, date and link; edit attributes need none of them.
 */
export function cleanStega(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(hidden, '')
  if (Array.isArray(value)) return value.map(cleanStega)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanStega(item)]))
}
