import {ChevronLeftIcon} from '@sanity/icons/ChevronLeft'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Box, Button, Card, Flex, Heading, Stack, Tab, TabList, TabPanel} from '@sanity/ui'
import {Calendar, type EventInput} from 'fullcalendar'
import dayGrid from 'fullcalendar/daygrid'
import interaction from 'fullcalendar/interaction'
import locale from 'fullcalendar/locales/en-gb'
import list from 'fullcalendar/list'
import theme from 'fullcalendar/themes/classic'
import {useEffect, useId, useRef, useState} from 'react'

import 'fullcalendar/skeleton.css'
import 'fullcalendar/themes/classic/theme.css'

import {calendarStyles} from './calendarStyles.ts'

interface CalendarGridProps {
  entries: EventInput[]
  onWindow: (window: {from: string; to: string}) => void
  onOpen: (eventId: string) => void
}

const views = {dayGridMonth: 'Month', listMonth: 'List'} as const
type View = keyof typeof views

/**
 * Shows calendar entries as a month or a list. FullCalendar manages its own DOM. The buttons are those of the
 * Studio, and the colors, borders and focus rings those of the card around it.
 */
export function CalendarGrid({entries, onWindow, onOpen}: CalendarGridProps) {
  const container = useRef<HTMLDivElement>(null)
  const calendar = useRef<Calendar>(null)
  const handlers = useRef({onWindow, onOpen})
  const id = useId()
  const [title, setTitle] = useState('')
  const [view, setView] = useState<View>(viewThatFits)
  const [isNow, setIsNow] = useState(true)
  useEffect(() => {
    handlers.current = {onWindow, onOpen}
  }, [onWindow, onOpen])

  useEffect(() => {
    if (!container.current) return undefined
    const instance = new Calendar(container.current, {
      plugins: [dayGrid, list, interaction, theme],
      initialView: viewThatFits(),
      headerToolbar: false,
      // The same date format as in the rest of the Studio, for every browser language.
      locale,
      height: 'auto',
      eventInteractive: true,
      dayMaxEvents: 5,
      eventTitleClass: 'touchpoints-title',
      views: {listMonth: {listItemEventTitleClass: 'touchpoints-full-title'}},
      eventTimeFormat: {hour: '2-digit', minute: '2-digit', hour12: false},
      datesSet: ({start, end, view: shown}) => {
        setTitle(shown.title)
        const now = Date.now()
        setIsNow(shown.currentStart.getTime() <= now && now < shown.currentEnd.getTime())
        handlers.current.onWindow({from: start.toISOString(), to: end.toISOString()})
      },
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

  const show = (next: View) => {
    setView(next)
    calendar.current?.changeView(next)
  }
  return (
    <Stack gap={3}>
      <style>{calendarStyles}</style>
      <Flex gap={3} align="center" wrap="wrap">
        <Flex gap={1} align="center">
          <Button
            mode="bleed"
            icon={ChevronLeftIcon}
            padding={3}
            aria-label="Previous month"
            onClick={() => calendar.current?.prev()}
          />
          <Button
            mode="bleed"
            icon={ChevronRightIcon}
            padding={3}
            aria-label="Next month"
            onClick={() => calendar.current?.next()}
          />
          <Button
            mode="ghost"
            fontSize={1}
            padding={3}
            text="Today"
            disabled={isNow}
            onClick={() => calendar.current?.today()}
          />
        </Flex>
        <Box flex={1}>
          <Heading as="h2" size={1} aria-live="polite">
            {title}
          </Heading>
        </Box>
        <TabList gap={1}>
          {viewNames.map((name) => (
            <Tab
              key={name}
              id={`${id}-${name}`}
              aria-controls={`${id}-panel`}
              label={views[name]}
              selected={view === name}
              onClick={() => show(name)}
            />
          ))}
        </TabList>
      </Flex>
      <TabPanel id={`${id}-panel`} aria-labelledby={`${id}-${view}`}>
        <Card border radius={2} overflow="hidden">
          <div ref={container} className="touchpoints-calendar" />
        </Card>
      </TabPanel>
    </Stack>
  )
}

const viewNames = ['dayGridMonth', 'listMonth'] as const satisfies readonly View[]

/** A month of cells does not fit a phone. */
function viewThatFits(): View {
  return window.matchMedia('(max-width: 700px)').matches ? 'listMonth' : 'dayGridMonth'
}
