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

/** Month and agenda of what it is given. The component keeps its own DOM; React hands it new entries. */
export function CalendarGrid({entries, onWindow, onOpen}: CalendarGridProps) {
  const scheme = useColorSchemeValue()
  const place = useRef<HTMLDivElement>(null)
  const calendar = useRef<Calendar>(null)
  const handlers = useRef({onWindow, onOpen})
  useEffect(() => {
    handlers.current = {onWindow, onOpen}
  }, [onWindow, onOpen])

  useEffect(() => {
    if (!place.current) return undefined
    const made = new Calendar(place.current, {
      plugins: [dayGrid, list, interaction, theme],
      // A month of cells does not fit a phone.
      initialView: window.matchMedia('(max-width: 700px)').matches ? 'listMonth' : 'dayGridMonth',
      headerToolbar: {start: 'prev,next today', center: 'title', end: 'dayGridMonth,listMonth'},
      buttons: {dayGridMonth: {text: 'Month'}, listMonth: {text: 'Agenda'}, today: {text: 'Today'}},
      // As the rest of the Studio writes its dates, whatever the browser speaks.
      locale,
      // "Today" is what the button says: its other name must hold that word.
      todayHint: 'Today',
      height: 'auto',
      eventInteractive: true,
      dayMaxEvents: 5,
      eventTitleClass: 'touchpoints-title',
      views: {listMonth: {listItemEventTitleClass: 'touchpoints-whole-title'}},
      eventTimeFormat: {hour: '2-digit', minute: '2-digit', hour12: false},
      datesSet: ({start, end}) =>
        handlers.current.onWindow({from: start.toISOString(), to: end.toISOString()}),
      // Its events are buttons. A list may not have buttons for items, a group may: the nearest is the day's.
      eventDidMount: ({el}) =>
        el.closest('[role=list], [role=group]')?.setAttribute('role', 'group'),
      eventClick: ({event, jsEvent}) => {
        jsEvent.preventDefault()
        handlers.current.onOpen(event.id)
      },
    })
    made.render()
    calendar.current = made
    return () => made.destroy()
  }, [])

  useEffect(() => {
    calendar.current?.setOption('events', entries)
  }, [entries])

  return (
    <>
      <style>{styles}</style>
      <div ref={place} className="touchpoints-calendar" data-color-scheme={scheme} />
    </>
  )
}

// A date that nobody has filled is an outline: there is nothing in it yet. The days of other months are
// muted, not faint: the theme's own grey has a contrast of 2.5 on white, where 4.5 can be read.
const styles = `
.touchpoints-calendar { font-size: 14px; min-width: 0 }
.touchpoints-calendar[data-color-scheme] { --fc-classic-faint-foreground: var(--fc-classic-muted-foreground) }
.touchpoints-calendar .touchpoints-title { overflow: hidden; text-overflow: ellipsis }
.touchpoints-calendar .touchpoints-whole-title { white-space: normal }
.touchpoints-calendar .touchpoints-cadence { border: 1px dashed currentcolor; opacity: 0.75 }
.touchpoints-calendar .touchpoints-cancelled { text-decoration: line-through }
.touchpoints-calendar .touchpoints-disagrees { outline: 2px solid #d97706; outline-offset: -1px }
`
