/**
 * Writes the URL properties of iCalendar text as URIs.
 *
 * ical-generator escapes them like text, and then a comma in the path leads to another page. A URI has no
 * escapes (RFC 5545 section 3.3.13).
 */
export function withPlainUris(text: string): string {
  return text.replaceAll(uriLine, (line) =>
    fold(line.replaceAll(/\r\n[ \t]/g, '').replaceAll(/\\([\\,;])/g, '$1')),
  )
}

const uriLine = /^URL;VALUE=URI:.*(?:\r\n[ \t].*)*/gm

/** Folds a line of ASCII at 75 octets (section 3.1). A `SafeUrl` has no other characters. */
function fold(line: string): string {
  const rest = line.slice(75).match(/.{1,74}/g) ?? []
  return [line.slice(0, 75), ...rest].join('\r\n ')
}
