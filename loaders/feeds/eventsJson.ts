export {
  calendarFormat,
  eventFormat,
  eventsFormat,
  type EventsDocument,
  type PublishedCalendar,
  type PublishedEvent,
} from './eventsFormat.ts'
export {selectEvents, type EventFilter} from './selectEvents.ts'
