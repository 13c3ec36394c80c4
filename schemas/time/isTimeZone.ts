/**
 * Whether this is an IANA id that this runtime knows. Offsets (`+01:00`) are refused: they cannot
 * say when the clocks change.
 */
export function isTimeZone(id: string): boolean {
  if (!/^[A-Za-z]/.test(id)) return false
  try {
    new Intl.DateTimeFormat('en', {timeZone: id})
    return true
  } catch {
    return false
  }
}
