// Creating a formatter takes about 50 µs, and a list of a thousand touchpoints has a handful of
// zones.
const cache = new Map<string, boolean>()

/**
 * Returns whether the text is `UTC`, or an IANA time zone id named after a place that this runtime
 * knows.
 *
 * Offsets (`+01:00`) and abbreviations (`CET`, `EST`) are rejected, even those that the zone database
 * still lists. They don't say when the clocks change, so they are wrong for half the year.
 *
 * @example
 * isTimeZone('Europe/Madrid') // true
 * isTimeZone('CET') // false
 */
export function isTimeZone(id: string): boolean {
  const cached = cache.get(id)
  if (cached !== undefined) return cached
  const valid = id === 'UTC' || (/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(id) && isListed(id))
  // Limited, because the values are untrusted.
  if (cache.size < 1000) cache.set(id, valid)
  return valid
}

function isListed(id: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: id})
    return true
  } catch {
    return false
  }
}
