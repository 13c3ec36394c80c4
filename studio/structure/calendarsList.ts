import type {StructureBuilder} from 'sanity/structure'

import {CalendarsPane} from '../calendar/CalendarsPane.tsx'
import {createMenuItem} from './createMenuItem.ts'

/**
 * Returns the list item for calendars: with the state of each feed, or a plain list without `eventsUrl`.
 *
 * @param eventsUrl - URL of the merged calendar
 */
export function calendarsList(S: StructureBuilder, eventsUrl: string | undefined) {
  if (eventsUrl === undefined) return S.documentTypeListItem('calendar').title('Calendars')
  return S.listItem()
    .id('calendar')
    .title('Calendars')
    .schemaType('calendar')
    .child(
      S.component(CalendarsPane)
        .id('calendar')
        .title('Calendars')
        .options({eventsUrl})
        .menuItems([createMenuItem(S, 'calendar', 'New calendar')])
        .child((id) => S.document().documentId(id).schemaType('calendar')),
    )
}
