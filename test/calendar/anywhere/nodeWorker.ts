import {fetchCalendar} from '@touchpoints/calendar/fetch'

/** A worker that needs modules of Node, for the proof that the tests notice one. */
export default {
  fetch: async () =>
    Response.json(await fetchCalendar({id: 'feed', url: 'https://feeds.example/'})),
}
