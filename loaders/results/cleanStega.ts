// The characters in which a client hides where a string came from, at least four in a row: a single
// one is a part of words in Persian or of an emoji.
const hidden = /(?:\u200b|\u200c|\u200d|[\u2060-\u2064\ufeff]|[\u{1d173}-\u{1d17a}]){4,}/gu

/**
 * The same answer without the invisible characters that a client set to `stega` puts into strings.
 * They would break every comparison, date and link; edit attributes need none of them.
 *
 * The loader asks for none, so an answer mostly has none and comes back as it is, uncopied.
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
