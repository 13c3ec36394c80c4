import type {PublishedEvent} from 'touchpoints/events-json'

/**
 * Where one event's `.ics` is, as `events.json` says: undefined when it says nothing, for a host of
 * static files has the whole calendar alone.
 *
 * @param eventFile - an address from `src`, in which `{id}` stands for the event's id
 * @example saveAddress('calendar.ics?event={id}', '/api/events.json', 'https://example.org/')
 */
export function saveAddress(
  eventFile: string | undefined,
  src: string | null,
  base: string,
): ((event: PublishedEvent) => string) | undefined {
  const from = src && URL.canParse(src, base) ? new URL(src, base) : undefined
  if (!from || !eventFile || !URL.canParse(eventFile, from)) return undefined
  // A link that runs a script is not one to save an event by.
  if (!/^https?:$/.test(new URL(eventFile, from).protocol)) return undefined
  return ({id}) => new URL(eventFile.replaceAll('{id}', encodeURIComponent(id)), from).href
}
