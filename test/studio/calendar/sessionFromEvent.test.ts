import {expect, it} from 'vitest'

import type {FeedEvent} from '../../../calendar/index.ts'
import {ownUrl} from '../../../calendar/links/index.ts'
import {sessionFromEvent} from '../../../studio/calendar/sessionFromEvent.ts'

const event: FeedEvent = {
  kind: 'feed',
  id: 'todo/call-1',
  title: '  Métriques & more:\n the call ',
  start: '2026-12-03T23:30:00Z',
  end: '2026-12-04T00:15:00Z',
  allDay: false,
  floating: false,
  timeZone: 'Europe/Madrid',
  status: 'confirmed',
  joinUrl: ownUrl('https://meet.example.org/call'),
  categories: [],
  calendarIds: ['todo'],
  joins: [],
  sources: [
    {
      kind: 'feed',
      key: 'todo/call-1',
      calendarId: 'todo',
      calendarTitle: 'TODO',
      own: true,
      uid: 'call-1@example.org',
      title: 'The call',
      start: '2026-12-03T23:30:00Z',
      end: '2026-12-04T00:15:00Z',
    },
  ],
}

it('creates a touchpoint that is linked to the event by its UID and matches the schema', () => {
  expect(sessionFromEvent(event)).toEqual({
    title: 'Métriques & more: the call',
    slug: {_type: 'slug', current: '2026-12-04-metriques-more-the-call'},
    schedule: {
      _type: 'schedule',
      start: '2026-12-03T23:30:00Z',
      timeZone: 'Europe/Madrid',
      minutes: 45,
    },
    status: 'planned',
    audience: 'everyone',
    eventUid: 'call-1@example.org',
    links: {_type: 'meetingLinks', join: 'https://meet.example.org/call'},
  })
})

it('returns undefined for an event without an instant, because a session needs one', () => {
  const {timeZone: _, ...rest} = event
  expect(
    sessionFromEvent({...rest, start: '2026-12-03', end: '2026-12-04', allDay: true}),
  ).toBeUndefined()
  expect(sessionFromEvent({...rest, floating: true})).toBeUndefined()
})
