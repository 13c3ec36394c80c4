import {CalendarIcon} from '@sanity/icons/Calendar'
import {createElement, lazy} from 'react'
import type {Tool} from 'sanity'

// Loaded when it is opened: the calendar component is 200 kB, and its styles are nothing for Node, where
// the command line reads this configuration.
const LazyTool = lazy(async () => ({default: (await import('./CalendarTool.tsx')).CalendarTool}))

/**
 * The merged calendar as a tool of the Studio.
 *
 * @param eventsUrl - where the merged calendar with drafts is served
 */
export function calendarTool(eventsUrl: string): Tool {
  return {
    name: 'calendar',
    title: 'Calendar',
    icon: CalendarIcon,
    component: () => createElement(LazyTool, {eventsUrl}),
  }
}
