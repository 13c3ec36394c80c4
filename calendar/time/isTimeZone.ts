// Building a formatter costs about 50 µs: a list of a thousand touchpoints asks for a handful of zones.
const known = new Map<string, boolean>()

/**
 * Whether this is an IANA time zone id, named after a place, that this runtime knows; or `UTC`.
 *
 * Offsets (`+01:00`) and abbreviations (`CET`, `EST`) are refused, those that the zone database still
 * lists too: they cannot say when the clocks change, so they are wrong for half the year.
 *
 * @example [isTimeZone('Europe/Madrid'), isTimeZone('CET')] // [true, false]
 */
export function isTimeZone(id: string): boolean {
  const answer = known.get(id)
  if (answer !== undefined) return answer
  const valid = id === 'UTC' || (/^[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(id) && isListed(id))
  // Bounded: the values come from outside.
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
