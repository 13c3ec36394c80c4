/** Returns the time zone of the visitor's device, as an IANA id. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
