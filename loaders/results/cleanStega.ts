// Invisible characters in which a client encodes the source of a string, at least four in a row. A
// single one can be part of a Persian word or of an emoji.
const hidden = /(?:\u200b|\u200c|\u200d|[\u2060-\u2064\ufeff]|[\u{1d173}-\u{1d17a}]){4,}/gu

/**
 * Removes the invisible characters that a client with `stega` adds to strings. They break
 * comparisons, dates and links, and edit attributes don't need them.
 *
 * The loader turns `stega` off, so most results have none. Those are returned without a copy.
 */
export function cleanStega(value: unknown): unknown {
  return hasStega(value) ? cleaned(value) : value
}

function hasStega(value: unknown): boolean {
  if (typeof value === 'string') return value.search(hidden) >= 0
  if (Array.isArray(value)) return value.some(hasStega)
  if (typeof value !== 'object' || value === null) return false
  for (const key in value) if (hasStega(Reflect.get(value, key))) return true
  return false
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(hidden, '')
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)]))
}
