import {AddIcon} from '@sanity/icons/Add'
import type {StructureBuilder} from 'sanity/structure'

import {CalendarsPane} from '../calendar/CalendarsPane.tsx'

/**
 * The calendars with their health, where somebody serves the merged calendar; a plain list otherwise.
 *
 * @param eventsUrl - where the merged calendar is served
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
