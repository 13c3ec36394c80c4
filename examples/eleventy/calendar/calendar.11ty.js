import {icalendar} from 'touchpoints/feeds'

import {siteUrl} from '../loader.js'

/** @typedef {import('touchpoints/feeds').CalendarSnapshot} CalendarSnapshot */

export const data = {permalink: '/calendar/calendar.ics', eleventyExcludeFromCollections: true}

/**
 * Writes what calendar programs subscribe to.
 *
 * @param {{snapshot: CalendarSnapshot}} data
 */
export function render({snapshot: {document}}) {
  return icalendar(document.events, {title: document.title, host: new URL(siteUrl).host})
}
