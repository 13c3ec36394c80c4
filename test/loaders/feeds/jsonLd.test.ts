import type {Event, EventSeries, WithContext} from 'schema-dts'
import {expect, expectTypeOf, test} from 'vitest'

import {ownUrl} from '../../../calendar/links/index.ts'
import {
  eventJsonLd,
  jsonLdText,
  seriesJsonLd,
  type EventJsonLd,
  type EventSeriesJsonLd,
} from '../../../loaders/feeds/index.ts'
import {publishedEvent} from './publishedEvents.ts'

const room = ownUrl('https://meet.example/1')
const options = {pageUrl: 'https://example.org/', organizer: {name: 'Example community'}}

test('its types are assignable to those of schema-dts, which the compiler checks', () => {
  expectTypeOf<EventJsonLd>().toExtend<WithContext<Event>>()
  expectTypeOf<EventSeriesJsonLd>().toExtend<WithContext<EventSeries>>()
  // Another type, or a status outside the vocabulary, does not compile.
  expectTypeOf<EventJsonLd>().not.toExtend<WithContext<EventSeries>>()
  type Unplanned = Omit<EventJsonLd, 'eventStatus'>
  expectTypeOf<Unplanned>().toExtend<WithContext<Event>>()
  expectTypeOf<Unplanned & {eventStatus: 'Planned'}>().not.toExtend<WithContext<Event>>()
})

test('its types work without schema-dts, because none of them is `any`', () => {
  expectTypeOf(eventJsonLd).returns.not.toBeAny()
  expectTypeOf(eventJsonLd(publishedEvent(), options).eventStatus).toEqualTypeOf<
    'https://schema.org/EventCancelled' | 'https://schema.org/EventScheduled'
  >()
})

test.each([
  // Nobody can join on the page of an event.
  [{}, 'Online', undefined],
  [{joinUrl: room}, 'Online', {url: 'https://meet.example/1'}],
  [{location: 'https://meet.example/1'}, 'Online', undefined],
  [{location: 'Room 1'}, 'Offline', {name: 'Room 1'}],
  [
    {location: 'Room 1', joinUrl: room},
    'Mixed',
    [{name: 'Room 1'}, {url: 'https://meet.example/1'}],
  ],
] as const)('an event with %j is %s', (fields, mode, location) => {
  const made = eventJsonLd(publishedEvent(fields), options)
  expect(made.eventAttendanceMode).toBe(`https://schema.org/${mode}EventAttendanceMode`)
  expect({location: made.location}).toMatchObject({location})
})

test('a series starts with its first known session and ends with its last one', () => {
  const later = publishedEvent({start: '2024-04-25T12:00:00Z', end: '2024-04-25T13:00:00Z'})
  const series = seriesJsonLd({title: 'Touchpoints'}, [publishedEvent(), later], options)
  expect(series).toMatchObject({
    '@type': 'EventSeries',
    startDate: '2024-03-28T13:00:00Z',
    endDate: '2024-04-25T13:00:00Z',
    organizer: {name: 'Example community'},
  })
  expect(series.subEvent).toHaveLength(2)
})

test('no title can end its script element', () => {
  const event = publishedEvent({title: '</script><script>alert(1)'})
  const text = jsonLdText(eventJsonLd(event, options))
  expect(text).not.toContain('<')
  expect(JSON.parse(text).name).toBe(event.title)
})
