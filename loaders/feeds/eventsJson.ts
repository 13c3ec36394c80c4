export {
  calendarFormat,
  eventFormat,
  eventsFormat,
  type EventsDocument,
  type PublishedCalendar,
  type PublishedEvent,
} from './eventsFormat.ts'
export {safeUrl, type SafeUrl} from '@touchpoints/calendar/links'
export {selectEvents, type EventFilter} from './selectEvents.ts'
