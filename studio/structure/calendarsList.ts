import {AddIcon} from '@sanity/icons/Add'
import type {StructureBuilder} from 'sanity/structure'

import {CalendarsPane} from '../calendar/CalendarsPane.tsx'

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
        .menuItems([
          S.menuItem()
            .title('New calendar')
            .icon(AddIcon)
            .intent({type: 'create', params: {type: 'calendar', template: 'calendar'}})
            .showAsAction(true),
        ])
        .child((id) => S.document().documentId(id).schemaType('calendar')),
    )
}
