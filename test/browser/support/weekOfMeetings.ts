import {publishedEvent} from '../../loaders/feeds/publishedEvents.ts'

export const meeting = (
  id: string,
  title: string,
  start: string,
  end: string,
  fields: object = {},
) => ({
  ...publishedEvent({id, title, start, end}),
  ...fields,
})

/** A week in which the clocks of Europe change, with what a calendar can contain. */
export const meetings = {
  version: 1 as const,
  title: 'Meetings',
  from: '2024-01-01T00:00:00Z',
  to: '2024-12-31T00:00:00Z',
  calendars: [
    {id: 'red', title: 'Working groups', color: '#b3261e', own: true, state: 'ok' as const},
    {id: 'blue', title: 'Partners', color: '#0b57d0', own: false, state: 'stale' as const},
  ],
  events: [
    meeting('today', 'Open office hour', '2024-03-20T09:30:00Z', '2024-03-20T11:00:00Z', {
      people: [{name: 'Ana Jiménez', role: 'host', organization: 'Sample'}],
      joinUrl: 'https://meet.example/today',
      calendars: ['red'],
    }),
    meeting('overlap', 'Security review', '2024-03-20T10:30:00Z', '2024-03-20T12:00:00Z', {
      calendars: ['blue'],
      extra: {venue: 'Town hall <b>2</b>', level: 'beginner', seats: 40, tags: ['a', 'b'], raw: {}},
    }),
    meeting('night', 'Hack night', '2024-03-22T21:00:00Z', '2024-03-23T01:30:00Z'),
    meeting('days', 'Community summit', '2024-03-21', '2024-03-23', {allDay: true}),
    meeting('spring', 'Before dawn', '2024-03-31T00:30:00Z', '2024-03-31T01:30:00Z'),
    meeting('gone', 'Called off <img src=x>', '2024-03-24T13:00:00Z', '2024-03-24T14:00:00Z', {
      status: 'cancelled',
      cancelReason: 'The host is ill.',
    }),
    meeting('autumn', 'Twice at half past two', '2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z'),
  ],
}
