// Creating a formatter takes about 50 µs, and a list of a thousand touchpoints has a handful of
// zones.
const known = new Map<string, boolean>()

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
  const answer = known.get(id)
  if (answer !== undefined) return answer
  const valid = id === 'UTC' || (/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(id) && isListed(id))
  // Limited, because the values are untrusted.
  if (known.size < 1000) known.set(id, valid)
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
