import {Calendar} from '@fullcalendar/core'
import dayGridPlugin from '@fullcalendar/daygrid'
import iCalendarPlugin from '@fullcalendar/icalendar'
import listPlugin from '@fullcalendar/list'

// Feeds of other hosts answer without CORS headers, so the site serves them under its own address.
const feeds = ['/feeds/community.ics', '/feeds/partner.ics']
const element = document.querySelector<HTMLElement>('#calendar')
if (element) {
  const calendar = new Calendar(element, {
    plugins: [dayGridPlugin, listPlugin, iCalendarPlugin],
    initialView: 'listMonth',
    headerToolbar: {left: 'prev,next', center: 'title', right: 'listMonth,dayGridMonth'},
    eventSources: feeds.map((url) => ({url, format: 'ics'})),
    eventSourceFailure: (error) => console.error(error),
  })
  calendar.render()
}
