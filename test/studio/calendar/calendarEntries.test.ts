import {expect, it} from 'vitest'

import type {CadenceEvent, FeedEvent} from '../../../calendar/index.ts'
import {calendarEntries} from '../../../studio/calendar/calendarEntries.ts'

const fields = {
  title: 'Thursday call',
  start: '2026-12-03T12:00:00Z',
  end: '2026-12-03T13:00:00Z',
  allDay: false,
  floating: false,
  categories: [],
  sources: [],
  joins: [],
}
const cadence: CadenceEvent = {
  ...fields,
  kind: 'cadence',
  id: 'a',
  status: 'to-be-announced',
  calendarIds: [],
}
const feed: FeedEvent = {
  ...fields,
  kind: 'feed',
  id: 'b',
  status: 'cancelled',
  calendarIds: ['todo'],
}

it('adds notes to the title, because not everyone sees colors and outlines', () => {
  const entries = calendarEntries([cadence, feed], {
    colors: new Map([['todo', '#0b57d0']]),
    disagreeing: new Set(['b']),
  })
  expect(entries).toMatchObject([
    {title: 'Thursday call (To be announced)', className: 'touchpoints-cadence touchpoints-open'},
    {
      title: 'Thursday call (Canceled, sources differ)',
      color: '#0b57d0',
      className: 'touchpoints-feed touchpoints-cancelled touchpoints-disagrees',
    },
  ])
})

it('adds no note to a date of a standing series, because it takes place without a session', () => {
  const standing: CadenceEvent = {...cadence, status: 'confirmed'}
  const options = {colors: new Map(), disagreeing: new Set<string>()}
  expect(calendarEntries([standing], options)).toMatchObject([
    {title: 'Thursday call', className: 'touchpoints-cadence'},
  ])
})
