import {CalendarIcon} from '@sanity/icons/Calendar'
import {createElement, lazy} from 'react'
import type {Tool} from 'sanity'

// Loaded when it is opened, because FullCalendar is 200 kB. The Sanity CLI also reads this configuration in
// Node, which can't import its stylesheets.
const LazyTool = lazy(async () => ({default: (await import('./CalendarTool.tsx')).CalendarTool}))

/**
 * Returns the Studio tool that shows the merged calendar.
 *
 * @param eventsUrl - URL of the merged calendar with drafts
 */
export function calendarTool(eventsUrl: string): Tool {
  return {
    name: 'calendar',
    title: 'Calendar',
    icon: CalendarIcon,
    component: () => createElement(LazyTool, {eventsUrl}),
  }
}
