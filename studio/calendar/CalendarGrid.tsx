import {Calendar, type EventInput} from 'fullcalendar'
import dayGrid from 'fullcalendar/daygrid'
import interaction from 'fullcalendar/interaction'
import locale from 'fullcalendar/locales/en-gb'
import list from 'fullcalendar/list'
import theme from 'fullcalendar/themes/classic'
import {useEffect, useRef} from 'react'
import {useColorSchemeValue} from 'sanity'

import 'fullcalendar/skeleton.css'
import 'fullcalendar/themes/classic/palette.css'
import 'fullcalendar/themes/classic/theme.css'

interface CalendarGridProps {
  entries: EventInput[]
  onWindow: (window: {from: string; to: string}) => void
  onOpen: (eventId: string) => void
}

/** Shows calendar entries as a month or a list. FullCalendar manages its own DOM. */
export function CalendarGrid({entries, onWindow, onOpen}: CalendarGridProps) {
  const scheme = useColorSchemeValue()
  const container = useRef<HTMLDivElement>(null)
  const calendar = useRef<Calendar>(null)
  const handlers = useRef({onWindow, onOpen})
  useEffect(() => {
    handlers.current = {onWindow, onOpen}
  }, [onWindow, onOpen])

  useEffect(() => {
    if (!container.current) return undefined
    const instance = new Calendar(container.current, {
      plugins: [dayGrid, list, interaction, theme],
      // A month of cells does not fit a phone.
      initialView: window.matchMedia('(max-width: 700px)').matches ? 'listMonth' : 'dayGridMonth',
      headerToolbar: {start: 'prev,next today', center: 'title', end: 'dayGridMonth,listMonth'},
      buttons: {dayGridMonth: {text: 'Month'}, listMonth: {text: 'List'}, today: {text: 'Today'}},
      // The same date format as in the rest of the Studio, for every browser language.
      locale,
      // The accessible name must contain the text of the button.
      todayHint: 'Today',
      height: 'auto',
      eventInteractive: true,
      dayMaxEvents: 5,
      eventTitleClass: 'touchpoints-title',
      views: {listMonth: {listItemEventTitleClass: 'touchpoints-full-title'}},
      eventTimeFormat: {hour: '2-digit', minute: '2-digit', hour12: false},
      datesSet: ({start, end}) =>
        handlers.current.onWindow({from: start.toISOString(), to: end.toISOString()}),
      // Events are buttons, which ARIA allows in a group but not in a list. The closest one is the day's.
      eventDidMount: ({el}) =>
        el.closest('[role=list], [role=group]')?.setAttribute('role', 'group'),
      eventClick: ({event, jsEvent}) => {
        jsEvent.preventDefault()
        handlers.current.onOpen(event.id)
      },
    })
    instance.render()
    calendar.current = instance
    return () => instance.destroy()
  }, [])

  useEffect(() => {
    calendar.current?.setOption('events', entries)
  }, [entries])

  return (
    <>
      <style>{styles}</style>
      <div ref={container} className="touchpoints-calendar" data-color-scheme={scheme} />
    </>
  )
}

// A cadence date that needs a session has a dashed outline. Days of other months use the muted color, because
// the faint gray of the theme has a contrast of 2.5 on white, and readable text needs 4.5.
const styles = `
.touchpoints-calendar { font-size: 14px; min-width: 0 }
.touchpoints-calendar[data-color-scheme] { --fc-classic-faint-foreground: var(--fc-classic-muted-foreground) }
.touchpoints-calendar .touchpoints-title { overflow: hidden; text-overflow: ellipsis }
.touchpoints-calendar .touchpoints-full-title { white-space: normal }
.touchpoints-calendar .touchpoints-open { border: 1px dashed currentcolor; opacity: 0.75 }
.touchpoints-calendar .touchpoints-cancelled { text-decoration: line-through }
.touchpoints-calendar .touchpoints-disagrees { outline: 2px solid #d97706; outline-offset: -1px }
`
