import type {PublishedEvent} from '../../feeds/eventsFormat.ts'

/**
 * Where one event's `.ics` is: beside `events.json`, as `touchpoints/http` serves it. Undefined for a
 * source of another name, where nobody knows.
 */
export function saveAddress(
  src: string | null,
  base: string,
): ((event: PublishedEvent) => string) | undefined {
  const url = src && URL.canParse(src, base) ? new URL(src, base) : undefined
  if (!url?.pathname.endsWith('/events.json')) return undefined
  return ({id}) => {
    const save = new URL('calendar.ics', url)
    save.searchParams.set('event', id)
    return save.href
  }
}
