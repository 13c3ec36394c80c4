/** Names of parameters that prove who is asking. */
const keyParameter = /(?:key|token|secret|signature|passphrase|password|^sig|^auth)$/i

/**
 * Returns whether the address of a feed contains a key: everyone who knows it can read the whole
 * calendar, with its private events. Examples are Google's "secret address in iCal format" and Proton's
 * links. A public address that is only long does not count.
 *
 * @example
 * isSecretFeed('https://calendar.google.com/calendar/ical/a%40example.org/private-0a1b2c/basic.ics') // true
 * isSecretFeed('https://calendar.google.com/calendar/ical/a%40example.org/public/basic.ics') // false
 */
export function isSecretFeed(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  if (/\/private-[\da-f]+\//i.test(url.pathname)) return true
  return [...url.searchParams.keys()].some((name) => keyParameter.test(name))
}
