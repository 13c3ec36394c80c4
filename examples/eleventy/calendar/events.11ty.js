/** @typedef {import('touchpoints/feeds').CalendarSnapshot} CalendarSnapshot */

export const data = {permalink: '/calendar/events.json', eleventyExcludeFromCollections: true}

/**
 * Writes what the elements read. They update "next" and "live now" between two builds.
 *
 * @param {{snapshot: CalendarSnapshot}} data
 */
export function render({snapshot}) {
  return JSON.stringify(snapshot.document)
}
