import {plainCalendars} from '@touchpoints/calendar/fetch/plain'

/** Reads a feed in a page, and writes the starts of its events into the document. */
const calendars = plainCalendars({now: () => new Date('2024-03-20T00:00:00Z')})
const {events} = await calendars({
  feeds: [
    {
      id: 'feed',
      title: 'Feed',
      own: true,
      feedUrl: 'https://feeds.example/a.ics',
      titleFilters: [],
    },
  ],
  touchpoints: [],
  cadences: [],
  from: '2024-03-20T00:00:00Z',
  to: '2024-04-10T00:00:00Z',
  now: '2024-03-20T00:00:00Z',
})
Object.assign(document, {result: JSON.stringify(events.map(({start}) => start))})
