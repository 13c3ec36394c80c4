import {safeUrl, type PublishedEvent, type SafeUrl} from 'touchpoints/events-json'

/**
 * Returns a function that builds the URL of one event's `.ics` file. Returns undefined if `events.json`
 * names no such file: a static host has only the whole calendar.
 *
 * @param eventFile - URL relative to `src`, where `{id}` is the event's id
 * @example eventFileUrl('calendar.ics?event={id}', '/api/events.json', 'https://example.org/')
 */
export function eventFileUrl(
  eventFile: string | undefined,
  src: string | null,
  base: string,
): ((event: PublishedEvent) => SafeUrl | undefined) | undefined {
  const source = src && URL.canParse(src, base) ? new URL(src, base) : undefined
  if (!source || !eventFile || !URL.canParse(eventFile, source)) return undefined
  // Rejects addresses such as `javascript:`.
  if (!/^https?:$/.test(new URL(eventFile, source).protocol)) return undefined
  return ({id}) =>
    safeUrl(new URL(eventFile.replaceAll('{id}', encodeURIComponent(id)), source).href)
}
