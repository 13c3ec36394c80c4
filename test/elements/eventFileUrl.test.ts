import {expect, test} from 'vitest'

import {eventFileUrl} from '../../elements/eventFileUrl.ts'
import {publishedEvent} from '../loaders/feeds/publishedEvents.ts'

const page = 'https://community.example/meetings/'
const file = 'calendar.ics?event={id}'
const event = publishedEvent({id: 'feed:a&b#1'})

test('an event’s file is next to events.json, and its id is encoded', () => {
  const fileUrl = eventFileUrl(file, '/api/events.json', page)
  expect(fileUrl?.(event)).toBe('https://community.example/api/calendar.ics?event=feed%3Aa%26b%231')
})

test('a static host has one file for all events, so no file per event is offered', () => {
  expect(eventFileUrl(undefined, '/api/events.json', page)).toBeUndefined()
})

test.each(['javascript:alert(1)//{id}', 'data:text/html,{id}', 'https://'])(
  '%s is rejected, because only http and https links are safe',
  (address) => {
    expect(eventFileUrl(address, '/api/events.json', page)).toBeUndefined()
  },
)
