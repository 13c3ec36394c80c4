import type {SafeUrl} from '@touchpoints/calendar/links'

/**
 * Adds the URL of each event to iCalendar text that ical-generator wrote.
 *
 * The package escapes a URL like text, and then a comma in the path leads to another page. A URI has no
 * escapes (RFC 5545 section 3.3.13).
 *
 * @param events - In the order of the text. Each has a LAST-MODIFIED there.
 */
export function withUrls(text: string, events: readonly {url?: SafeUrl | undefined}[]): string {
  let index = 0
  return text.replaceAll(/^LAST-MODIFIED:.*\r\n/gm, (line) => {
    const url = events[index++]?.url
    return url === undefined ? line : `${line}${fold(`URL;VALUE=URI:${url}`)}\r\n`
  })
}

/** Folds a line of ASCII at 75 octets (section 3.1). A `SafeUrl` has no other characters. */
function fold(line: string): string {
  const rest = line.slice(75).match(/.{1,74}/g) ?? []
  return [line.slice(0, 75), ...rest].join('\r\n ')
}
